import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import { Failure } from '../../ui/Failure';
import { decimal, shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { ModuleFields } from './ModuleFields';

type Overview = OutputOf<'leaderTraining', 'overview'>;
type Suggestion = Overview['suggestions'][number];
type Module = { title: string; provider: string; ects: number; startedOn: string | null };

const namesOf = ({ leaders }: Suggestion) => leaders.map(({ name }) => name);

/** Plans a module for everybody in a suggestion, with the way back offered. */
function usePlanTogether(suggestion: Suggestion) {
  const { t } = useTranslation();
  const language = useLanguage();
  const order = useOrder('leaderTraining', 'planTogether');
  const names = new Intl.ListFormat(language).format(namesOf(suggestion));
  const plan = (module: Module, onDone?: () => void) =>
    order.mutate(
      { ...module, employeeIds: suggestion.leaders.map(({ employeeId }) => employeeId) },
      {
        onSuccess: ({ entryIds }) => {
          onDone?.();
          offerUndo({
            message: t('leaderTraining.plannedTogether', { names }),
            label: t('common.undo'),
            undo: () => call('leaderTraining', 'undoTogether', { entryIds }),
          });
        },
      },
    );
  return { plan, error: order.error, isPending: order.isPending };
}

/** Who lacks the same and could take it in the same period (R002-13). */
export function TogetherSheet({ suggestions, waiting }: Pick<Overview, 'suggestions' | 'waiting'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Sheet title={t('leaderTraining.together')}>
      <p className="soft">{t('leaderTraining.togetherText')}</p>
      {suggestions.length === 0 && <p>{t('leaderTraining.togetherNone')}</p>}
      <ul className="lt-list">
        {suggestions.map((one) => (
          <li
            key={`${one.title} ${one.leaders.map(({ employeeId }) => employeeId).join(' ')}`}
            className="lt-row"
          >
            <OneSuggestion suggestion={one} />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <p className="soft small">
          {t('leaderTraining.togetherWaiting', {
            count: waiting.length,
            names: new Intl.ListFormat(language).format(waiting),
          })}
        </p>
      )}
    </Sheet>
  );
}

function OneSuggestion({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, error, isPending } = usePlanTogether(suggestion);
  const [isOpen, setOpen] = useState(false);
  const { title, provider, ects, startedOn, joins, leaders, reason } = suggestion;
  const count = leaders.length;
  const begins =
    startedOn &&
    t(joins ? 'leaderTraining.togetherJoin' : 'leaderTraining.togetherBegins', {
      date: shortDate(startedOn, language),
    });
  const facts = [provider, t('leaderTraining.togetherModule', { ects: decimal(ects, language) }), begins];
  return (
    <>
      <div>
        <strong>{title}</strong>
        <div className="soft small">{facts.filter(Boolean).join(' · ')}</div>
        <div>{reason[language]}</div>
        <Failure error={error} />
      </div>
      <div className="lt-actions">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('leaderTraining.planChangeOf', { title })}
          onClick={() => setOpen(true)}
        >
          {t('leaderTraining.planChange')}
        </Button>
        <Button
          size="compact-sm"
          loading={isPending}
          onClick={() => plan({ title, provider, ects, startedOn })}
        >
          {count === 1
            ? t('leaderTraining.planForOne', { name: leaders[0]?.name ?? '' })
            : t(count === 2 ? 'leaderTraining.planForTwo' : 'leaderTraining.planForAll', { count })}
        </Button>
      </div>
      {isOpen && <ModuleDialog suggestion={suggestion} onClose={() => setOpen(false)} />}
    </>
  );
}

type Values = { title: string; provider: string; ects: number | ''; startedOn: string | null };

function ModuleDialog({ suggestion, onClose }: { suggestion: Suggestion; onClose: () => void }) {
  const { t } = useTranslation();
  const { title, provider, ects, startedOn, leaders } = suggestion;
  const kept = useDraft<Values>(
    `leader together ${leaders.map(({ employeeId }) => employeeId).join(' ')}`.slice(0, 200),
  );
  const values = kept.draft ?? { title, provider, ects, startedOn };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const { plan, error, isPending } = usePlanTogether(suggestion);
  const [asked, setAsked] = useState(false);
  const fields = error?.fields ?? {};
  const isBlank = values.title.trim() === '';
  const submit = () => {
    setAsked(true);
    const { ects: points } = values;
    if (isBlank || points === '') return;
    plan({ ...values, ects: points }, () => {
      kept.drop();
      onClose();
    });
  };
  return (
    <EditDialog
      title={t('leaderTraining.planTogether')}
      kept={kept}
      error={error && { message: error.message }}
      isSaving={isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{namesOf(suggestion).join(', ')}</p>
      <ModuleFields values={values} set={set} fields={fields} asked={asked}>
        <DateField
          label={t('leaderTraining.startsOn')}
          value={values.startedOn}
          onChange={(day) => set({ startedOn: day })}
          error={fields.startedOn}
        />
      </ModuleFields>
    </EditDialog>
  );
}
