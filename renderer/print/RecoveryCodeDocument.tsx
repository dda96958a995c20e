import type { RecoveryCodePrint } from '@shared/contract/print';
import { useTranslation } from 'react-i18next';
import { longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';

/** The recovery code on one sheet of paper. Nothing of it is kept in the program. */
export function RecoveryCodeDocument({ content }: { content: RecoveryCodePrint }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolName, code, createdOn } = content;
  const groups = code.split('-');
  return (
    <main>
      <div className="doc-from">{schoolName}</div>
      <h1>{t('print.recovery.title')}</h1>
      <div className="doc-line">{t('print.recovery.createdOn', { date: longDate(createdOn, language) })}</div>
      <div className="recovery-text">
        <p>{t('print.recovery.lede', { school: schoolName })}</p>
        <div className="recovery-code">
          <div>{groups.slice(0, 4).join(' - ')} -</div>
          <div>{groups.slice(4).join(' - ')}</div>
        </div>
        <p>{t('print.recovery.how')}</p>
        <p>{t('print.recovery.keep')}</p>
        <p>{t('print.recovery.only')}</p>
      </div>
    </main>
  );
}
