import { Textarea } from '@mantine/core';
import type { RatingAnswer, RatingAxis } from '@shared/contract/ratings';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './ratings.css';

type LevelChoiceProps = {
  axis: RatingAxis;
  answer: RatingAnswer | null;
  readOnly?: boolean;
  /** `words` shows every level's descriptor; `compact` only that of the chosen one. */
  form: 'words' | 'compact';
  onChange: (answer: RatingAnswer) => void;
};

const unrated = ['notRated', 'notRelevant'] as const;

/** One competence: a level by its words, or one of the two states that are never a number. */
export function LevelChoice({ axis, answer, readOnly = false, form, onChange }: LevelChoiceProps) {
  const { t } = useTranslation();
  const group = useId();
  const [commenting, setCommenting] = useState(false);
  // In the compact form one text is shown at a time: of the level pointed at or focused, else of the chosen one.
  const [pointed, setPointed] = useState<number | null>(null);
  const comment = answer?.comment ?? '';
  const choose = (state: RatingAnswer['state'], level: number | null) => onChange({ state, level, comment });
  // A figure on the keyboard is the level, wherever in the group the focus is.
  const typeLevel = (event: KeyboardEvent<HTMLInputElement>) => {
    const level = Number(event.key);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!Number.isInteger(level) || level < 1 || level > axis.descriptors.length) return;
    event.preventDefault();
    choose('rated', level);
    const choices = event.currentTarget.closest('fieldset');
    choices?.querySelector<HTMLInputElement>(`input[value="${level}"]`)?.focus();
  };
  const shownText = axis.descriptors[(pointed ?? answer?.level ?? 0) - 1];
  if (readOnly && form === 'compact') return <FixedLevel axis={axis} answer={answer} />;
  return (
    <fieldset className={`level-choice level-choice-${form}`} disabled={readOnly}>
      <legend>
        {axis.name}{' '}
        <span className="small soft">
          {form === 'compact' && t('ratings.target', { level: axis.target })}
        </span>
      </legend>
      <div className="levels">
        {axis.descriptors.map((text, index) => {
          const level = index + 1;
          return (
            <label
              key={level}
              className="level"
              onMouseEnter={() => setPointed(level)}
              onMouseLeave={() => setPointed(null)}
            >
              <input
                type="radio"
                name={group}
                value={level}
                checked={answer?.state === 'rated' && answer.level === level}
                onChange={() => choose('rated', level)}
                onKeyDown={typeLevel}
                onFocus={(event) => setPointed(event.currentTarget.matches(':focus-visible') ? level : null)}
                onBlur={() => setPointed(null)}
                aria-label={t('ratings.levelOf', { level, text })}
              />
              <span className="level-number">{level}</span>
              {form === 'words' && <span className="level-text">{text}</span>}
            </label>
          );
        })}
        {unrated.map((state) => (
          <label key={state} className="level level-unrated">
            <input
              type="radio"
              name={group}
              value={state}
              checked={answer?.state === state}
              onChange={() => choose(state, null)}
              onKeyDown={typeLevel}
            />
            <span className="level-number">{t(`ratings.${state}`)}</span>
          </label>
        ))}
      </div>
      <div className="level-below">
        {form === 'compact' && (
          <p className="level-chosen small soft">{shownText ?? (answer ? '' : t('ratings.chooseLevel'))}</p>
        )}
        {answer && !comment && !commenting && !readOnly && (
          <button type="button" className="link-button small" onClick={() => setCommenting(true)}>
            {t('ratings.addComment')}
            <span className="visually-hidden"> {axis.name}</span>
          </button>
        )}
        {answer && (comment || commenting) && (
          <Textarea
            className="level-comment"
            autosize
            minRows={1}
            maxLength={4000}
            aria-label={t('ratings.comment', { name: axis.name })}
            value={comment}
            autoFocus={commenting && !comment}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...answer, comment: event.currentTarget.value })}
          />
        )}
      </div>
    </fieldset>
  );
}

/** A level that is locked: read, not chosen. */
function FixedLevel({ axis, answer }: Pick<LevelChoiceProps, 'axis' | 'answer'>) {
  const { t } = useTranslation();
  return (
    <div className="level-choice level-choice-compact level-fixed">
      <div className="level-name">
        {axis.name} <span className="small soft">{t('ratings.target', { level: axis.target })}</span>
      </div>
      <div>
        <p>
          {answer?.state === 'rated' && answer.level !== null ? (
            <>
              <strong>{answer.level}</strong> {axis.descriptors[answer.level - 1]}
            </>
          ) : (
            <span className="soft">
              {t(`ratings.${answer?.state === 'notRelevant' ? 'notRelevant' : 'notRated'}`)}
            </span>
          )}
        </p>
        {answer?.comment && <p className="level-said soft">{answer.comment}</p>}
      </div>
    </div>
  );
}
