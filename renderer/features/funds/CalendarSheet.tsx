import type { FundApplication } from '@shared/contract/funds';
import { signerNames } from '@shared/domain/funds/fund-facts';
import { ruleOf } from '@shared/domain/funds/fund-rules';
import { listed } from '@shared/domain/funds/listed';
import { windowText } from '@shared/domain/funds/rule-text';
import { useTranslation } from 'react-i18next';
import { longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { sentenceCase } from '../../ui/sentence-case';
import { useFundWords } from './words';

/** The days that follow from the rules and the start, and who signs. */
export function CalendarSheet({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const { language } = useFundWords();
  const { calendar, signers } = one.assessment;
  const day = (date: string | null) => (date === null ? '' : longDate(date, language));
  const rows = [
    [t('funds.calendar.earliest'), day(calendar.earliestOn)],
    [t('funds.calendar.latest'), day(calendar.latestOn)],
    ...calendar.windows.map((window) => [t('funds.calendar.window'), windowText(window)[language]] as const),
    [t('funds.calendar.uploadBy'), <Upload key="upload" one={one} />],
    [t('funds.calendar.answerBy'), day(calendar.answerBy)],
    [t('funds.calendar.repaymentNotice'), day(calendar.repaymentNoticeOn)],
    [t('funds.calendar.start'), day(one.startsOn)],
    [
      t('funds.calendar.signers'),
      sentenceCase(listed(signers.map((signer) => signerNames[signer]))[language], language),
    ],
  ] as const;
  const isShown = ([label, value]: (typeof rows)[number]) =>
    value !== '' && (label !== t('funds.calendar.uploadBy') || calendar.uploadBy !== null);
  return (
    <Sheet title={t('funds.calendar.title')}>
      <dl className="fund-facts">
        {rows.filter(isShown).map(([label, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: windows have the same label, and the list has no state
          <div key={index}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

/** The last day for the signed form, and while it is missing how many days are left of how many. */
function Upload({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const { language } = useFundWords();
  const { uploadBy } = one.assessment.calendar;
  const all = ruleOf(one.set.rules, 'upload')?.days;
  if (uploadBy === null) return null;
  const left = one.deadline?.kind === 'upload' ? one.deadline.days : -1;
  return (
    <>
      {longDate(uploadBy, language)}
      {left >= 0 && all !== undefined && (
        <span className="state-partly">
          {' · '}
          {t('funds.calendar.uploadLeft', { left, all })}
        </span>
      )}
    </>
  );
}
