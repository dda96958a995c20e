import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page';
import { CompetenceSheet } from './CompetenceSheet';
import { PromiseSheets } from './PromiseSheets';
import { TalkSheet } from './TalkSheet';
import './overview.css';

/** The school year by year: what was promised and kept, the talks held, and what groups of five or more can do. */
export function OverviewPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('overview.title')} lede={t('overview.lede')}>
      <PromiseSheets />
      <TalkSheet />
      <CompetenceSheet />
    </Page>
  );
}
