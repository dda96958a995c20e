import { useTranslation } from 'react-i18next';
import { BackupsSheet } from '../features/backups/BackupsSheet';
import { LeadersSheet } from '../features/leaders/LeadersSheet';
import { LooksSheet } from '../features/preferences/LooksSheet';
import { PrioritiesForm } from '../features/school/PrioritiesForm';
import { SchoolForm } from '../features/school/SchoolForm';
import { PassphraseForm } from '../features/vault/PassphraseForm';
import { Page } from '../ui/Page';

/** One page for what is set once and looked at seldom; each sheet belongs to its feature. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')} lede={t('settings.lede')}>
      <div className="reading-width">
        <LooksSheet />
        <SchoolForm />
        <LeadersSheet />
        <PrioritiesForm />
        <BackupsSheet />
        <PassphraseForm />
      </div>
    </Page>
  );
}
