import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page';
import { CategoriesSheet } from './CategoriesSheet';
import { TeamsSheet } from './TeamsSheet';

/** How the school is divided: teams with their members, and categories with their competence spider. */
export function TeamsAndCategoriesPage() {
  const { t } = useTranslation();
  return (
    <Page
      kicker={
        <Link to="/employees" className="plain-link">
          {t('employees.title')}
        </Link>
      }
      title={t('teams.title')}
      lede={t('teams.lede')}
    >
      <CategoriesSheet />
      <TeamsSheet />
    </Page>
  );
}
