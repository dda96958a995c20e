import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
};

/** Free text that saves itself and says so quietly. What is typed stays, also when saving fails or the page is left. */
export function AutosaveText({ draftKey, label, description, value, save, minRows = 8 }: AutosaveTextProps) {
  const { t } = useTranslation();
  const { draft, keep, drop } = useDraft<string>(draftKey);
  const [text, setText] = useState(draft ?? value);
  const { state, error, change, flush } = useAutosave(save);

  useEffect(() => {
    if (draft === value) drop();
  }, [draft, value, drop]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the page was left
  useEffect(() => {
    if (draft !== undefined && draft !== value) change(draft);
  }, []);

  const type = (next: string) => {
    setText(next);
    keep(next);
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
      />
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
