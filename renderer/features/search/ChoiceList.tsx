import type { SearchResult } from '@shared/contract/search';
import type { TextPart } from '@shared/domain/search-text';
import { kindNames } from '@shared/domain/talk-kinds';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import type { Choice, ChoiceGroup } from './palette';

export const optionId = (choice: Choice) => `search-${choice.key.replace(/[^\w-]/g, '-')}`;

type ChoiceListProps = {
  id: string;
  /** The text these choices answer; null while the answer to what is typed is on its way. */
  answersText: string | null;
  groups: readonly ChoiceGroup[];
  chosen: Choice | undefined;
  /** The place of the choice under the pointer, counted through all groups. */
  onHover: (place: number) => void;
  onChoose: (choice: Choice) => void;
};

/** What was found, in groups. The field keeps the focus; the chosen line follows its arrows and the pointer. */
export function ChoiceList({ id, answersText, groups, chosen, onHover, onChoose }: ChoiceListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen line is what it waits for
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.key]);
  const places = new Map(groups.flatMap(({ choices }) => choices).map((choice, at) => [choice.key, at]));
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('search.results')}
      aria-busy={answersText === null}
      data-answers={answersText ?? undefined}
      className="search-results"
      ref={list}
    >
      {groups.map(({ key, choices }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a list box, not of a form
        <div key={key} role="group" aria-labelledby={`search-group-${key}`}>
          <div id={`search-group-${key}`} className="search-group">
            {t(`search.${key}`)}
          </div>
          {choices.map((choice) => (
            <div
              key={choice.key}
              id={optionId(choice)}
              role="option"
              tabIndex={-1}
              aria-selected={choice.key === chosen?.key}
              className="search-choice"
              onPointerMove={() => choice.key !== chosen?.key && onHover(places.get(choice.key) ?? 0)}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
              onKeyDown={(event) => event.key === 'Enter' && onChoose(choice)}
            >
              <div className="search-line">
                <strong>
                  <Marked parts={choice.label} />
                </strong>
                {'result' in choice && <Fact result={choice.result} />}
              </div>
              {'result' in choice && choice.result.context.length > 0 && (
                <div className="search-context">
                  <Marked parts={choice.result.context} />
                </div>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Which talk, note, deadline or year it is. */
function Fact({ result }: { result: SearchResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, talkKind, schoolYear } = result;
  const date = result.date ? shortDate(result.date, language) : '';
  const fact = {
    employee: '',
    team: t('search.team'),
    talkNote: `${talkKind ? kindNames[talkKind][language] : ''} ${date}`,
    note: t('search.noteOf', { date }),
    agreement: t('search.due', { date }),
    plan: schoolYear,
  }[kind];
  return <span className="soft">{fact}</span>;
}

function Marked({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, hit }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have nothing but their place
    hit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}
