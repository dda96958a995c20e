import { useTranslation } from 'react-i18next';
import { StateWord } from '../../ui/StateWord';

type TalkWordProps = { heldOn: string; closedAt: string | null; today: string | null };

/** Where a talk stands: planned, today, past and not closed, or closed. */
export function TalkWord({ heldOn, closedAt, today }: TalkWordProps) {
  const { t } = useTranslation();
  if (closedAt) return <StateWord tone="good">{t('talks.states.closed')}</StateWord>;
  if (today && heldOn < today) return <StateWord tone="late">{t('talks.states.notClosed')}</StateWord>;
  if (heldOn === today) return <StateWord tone="partly">{t('talks.states.today')}</StateWord>;
  return <StateWord tone="now">{t('talks.states.planned')}</StateWord>;
}
