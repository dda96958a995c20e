import { useTranslation } from 'react-i18next';
import { StateWord } from './StateWord';
import type { SaveState } from './use-autosave';

/** How saving by itself is going, said quietly; only a failure is said aloud. */
export function SaveWord({ state }: { state: SaveState }) {
  const { t } = useTranslation();
  if (state === 'idle') return null;
  if (state === 'failed') return <StateWord tone="late">{t('common.notSaved')}</StateWord>;
  return (
    <span className="soft small" aria-hidden>
      {state === 'saved' ? t('common.saved') : t('common.saving')}
    </span>
  );
}
