import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../ui/LinkTabs';

/** The three pages of the development programme: what is offered here, what providers offer, and courses in an order. */
export function ProgrammeTabs() {
  const { t } = useTranslation();
  return (
    <LinkTabs
      label={t('programme.title')}
      tabs={[
        { to: '/programme', text: t('programme.title') },
        { to: '/programme/catalogues', text: t('catalogues.title') },
        { to: '/programme/chains', text: t('courseChains.title') },
      ]}
    />
  );
}
