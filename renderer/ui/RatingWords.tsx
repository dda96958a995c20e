import { useTranslation } from 'react-i18next';

export type RatingStates = { wanted: boolean; self: string; leader: string };

/** Which of the two ratings of a talk is missing, in words. */
export function RatingWords({ ratings }: { ratings: RatingStates }) {
  const { t } = useTranslation();
  if (!ratings.wanted) return <>{t('talks.ratingStates.notWanted')}</>;
  const self = ratings.self === 'locked';
  const leader = ratings.leader === 'locked';
  if (self && leader) return <>{t('talks.ratingStates.both')}</>;
  if (self) return <>{t('talks.ratingStates.leader')}</>;
  return <>{leader ? t('talks.ratingStates.self') : t('talks.ratingStates.none')}</>;
}
