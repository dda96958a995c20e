import type { OfferChangeLine } from '@shared/contract/catalogues';
import { offerFieldNames } from '@shared/domain/catalogue-import/columns';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/use-language';
import { shownValue } from './offer-words';
import '../../ui/table-import.css';

/** What the provider has changed: each field from what to what. */
export function ChangeLines({ changes }: { changes: readonly OfferChangeLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="changes">
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          <span className="soft">{offerFieldNames[field][language]}:</span>{' '}
          {t('catalogues.fromTo', {
            from: shownValue(field, from, t, language),
            to: shownValue(field, to, t, language),
          })}
        </li>
      ))}
    </ul>
  );
}
