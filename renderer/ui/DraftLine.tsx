import { useTranslation } from 'react-i18next';
import type { Draft } from './drafts';
import { longMoment, momentTime } from './format';
import { offerUndo } from './undo';
import { useLanguage } from './use-language';
import './draft-line.css';

type DraftLineProps<T> = {
  draft: Draft<T>;
  /** For forms that hold their own text: the draft was thrown away (undefined) or brought back. */
  onReset?: (draft: T | undefined) => void;
};

/** Says quietly that what stands here was typed earlier, and throws it away on request. */
export function DraftLine<T>({ draft, onReset }: DraftLineProps<T>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { restored, error } = draft;
  if (error) {
    return (
      <p className="draft-line small state-late" role="alert">
        {t('drafts.notKept', { reason: error })}
      </p>
    );
  }
  if (!restored) return null;
  const when = longMoment(restored.savedAt, language);
  const discard = () => {
    const value = draft.draft;
    draft.drop();
    onReset?.(undefined);
    if (value === undefined) return;
    offerUndo({
      message: t('drafts.discarded'),
      label: t('common.undo'),
      undo: () => {
        draft.keep(value);
        onReset?.(value);
      },
    });
  };
  return (
    <p className="draft-line small soft" role="status">
      {restored.isOld
        ? t('drafts.old', { when })
        : restored.isToday
          ? t('drafts.today', { time: momentTime(restored.savedAt, language) })
          : t('drafts.earlier', { when })}{' '}
      <button type="button" className="link-button" onClick={discard}>
        {t('drafts.discard')}
      </button>
    </p>
  );
}
