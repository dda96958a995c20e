import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftLine } from './DraftLine';
import { useDraft } from './drafts';
import { Failure } from './Failure';
import { SaveWord } from './SaveWord';
import { useAutosave } from './use-autosave';
import './autosave-text.css';

type AutosaveTextProps = {
  /** Names the text among all others while it is not saved. */
  draftKey: string;
  label: string;
  description?: string;
  /** As the machine has it. */
  value: string;
  save: (text: string) => Promise<unknown>;
  minRows?: number;
  autoFocus?: boolean;
};

/**
 * Free text that saves itself and says so quietly. What is typed stays, also when the page is left; what cannot be saved
 * is kept as a draft and tried again when the text is opened anew.
 */
export function AutosaveText(props: AutosaveTextProps) {
  const { draftKey, label, description, value, save, minRows = 8, autoFocus } = props;
  const { t } = useTranslation();
  const kept = useDraft<string>(draftKey);
  const { draft, isReady, keep, keepHere, drop } = kept;
  const [text, setText] = useState(draft ?? value);
  const isTaken = useRef(false);
  const { state, error, change, flush } = useAutosave(async (next: string) => {
    try {
      await save(next);
    } catch (failure) {
      keep(next);
      throw failure;
    }
  });

  useEffect(() => {
    if (draft === value) drop();
  }, [draft, value, drop]);

  // Once, for what was typed before the page was left, unless somebody has begun to type by then.
  useEffect(() => {
    if (!isReady || isTaken.current) return;
    isTaken.current = true;
    if (draft === undefined || draft === value) return;
    setText(draft);
    change(draft);
  }, [isReady, draft, value, change]);

  const type = (next: string) => {
    isTaken.current = true;
    setText(next);
    keepHere(next);
    change(next);
  };

  return (
    <div>
      <Textarea
        label={
          <span className="autosave-label">
            {label}
            <SaveWord state={state} />
          </span>
        }
        description={description}
        descriptionProps={{ className: 'soft small' }}
        autosize
        minRows={minRows}
        maxRows={28}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => void flush()}
        labelProps={{ className: 'autosave-head' }}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
      />
      <DraftLine draft={kept} onReset={(back) => type(back ?? value)} />
      {state === 'failed' && (
        <>
          <Failure error={error} />
          <button type="button" className="link-button" onClick={() => type(text)}>
            {t('common.tryAgain')}
          </button>
        </>
      )}
    </div>
  );
}
