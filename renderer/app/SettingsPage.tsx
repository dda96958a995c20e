import { useTranslation } from 'react-i18next';
import { BackupsSheet } from '../features/backups/BackupsSheet';
import { ExchangeSheet } from '../features/exchange/ExchangeSheet';
import { LeadersSheet } from '../features/leaders/LeadersSheet';
import { LooksSheet } from '../features/preferences/LooksSheet';
import { OfficeForm } from '../features/school/OfficeForm';
import { PrioritiesForm } from '../features/school/PrioritiesForm';
import { SchoolForm } from '../features/school/SchoolForm';
import { PassphraseForm } from '../features/vault/PassphraseForm';
import { Page } from '../ui/Page';
import { useCall } from './call';

/** One page for what is set once and looked at seldom; each sheet belongs to its feature. */
export function SettingsPage() {
  const { t } = useTranslation();
  const isHr = useCall('school', 'get', {}).data?.profile === 'hr';
  return (
    <Page title={t('settings.title')} lede={isHr ? t('settings.office.lede') : t('settings.lede')}>
      <div className="reading-width">
        <LooksSheet />
        {isHr ? (
          <OfficeForm />
        ) : (
          <>
            <SchoolForm />
            <LeadersSheet />
            <PrioritiesForm />
          </>
        )}
        <ExchangeSheet isHr={isHr} />
        <BackupsSheet />
        <PassphraseForm />
      </div>
    </Page>
  );
}
