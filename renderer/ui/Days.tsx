import { useTranslation } from 'react-i18next';
import { StateWord } from './StateWord';

/** Days to a deadline as people say them: "i dag", "39 dage", "3 dage over". */
export function Days({ days }: { days: number }) {
  const { t } = useTranslation();
  if (days < 0) return <StateWord tone="late">{t('common.daysOver', { count: -days })}</StateWord>;
  if (days === 0) return <StateWord tone="partly">{t('common.today')}</StateWord>;
  if (days === 1) return <StateWord tone="partly">{t('common.tomorrow')}</StateWord>;
  return <span>{t('common.daysLeft', { count: days })}</span>;
}
