import { Autocomplete, Button, NativeSelect, Select } from '@mantine/core';
import type { InputOf, OutputOf } from '@shared/contract';
import type { ProgrammeMatch } from '@shared/contract/programme';
import { activityLevelNames } from '@shared/domain/activities';
import { hasOpenRun } from '@shared/domain/programme-match';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longDate, shortDate } from '../../ui/format';
import { listbox } from '../../ui/listbox';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { feeText } from './run-words';
import './programme.css';

type Gap = OutputOf<'programme', 'forEmployee'>['gaps'][number];
type Task = Pick<InputOf<'programme', 'addToPlan'>, 'taskKind' | 'taskName'>;
type Add = (one: { itemId: string; title: string; competence: string; origin: 'need' | 'wish' }) => void;

type FromProgrammeProps = { employeeId: string; talkId: string | null; schoolYear: string };

/** So many matches stand under a gap before somebody asks for the rest. */
const firstMatches = 4;

/** From gap to action (R002-22): what the programme has for what she lacks, put into the plan with one click. */
export function FromProgramme({ employeeId, talkId, schoolYear }: FromProgrammeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actions = useCall('programme', 'forEmployee', { employeeId, talkId, schoolYear });
  const add = useOrder('programme', 'addToPlan');
  const [chosen, setChosen] = useState<Task | null>(null);
  const [asked, setAsked] = useState(false);
  const { data } = actions;
  if (!data) return <Failure error={actions.error} />;
  const [first] = data.tasks;
  const task = chosen ?? { taskKind: first?.kind ?? 'present', taskName: first?.name ?? '' };
  const isMissing = task.taskName.trim() === '';
  const put: Add = ({ itemId, title, competence, origin }) => {
    setAsked(true);
    if (isMissing) return;
    add.mutate(
      { itemId, employeeId, talkId, schoolYear, competence, origin, ...task },
      {
        onSuccess: ({ agreementId }) =>
          offerUndo({
            message: t('programme.gaps.added', { title }),
            label: t('common.undo'),
            undo: () => call('programme', 'undoAddToPlan', { agreementId }),
          }),
      },
    );
  };
  const date = data.ratedOn ? longDate(data.ratedOn, language) : '';
  return (
    <Sheet title={t('programme.gaps.title')}>
      {!data.ratedOn && <p className="soft reading-text">{t('programme.gaps.noneRated')}</p>}
      {data.ratedOn && (
        <p className="soft reading-text">
          {t(data.gaps.length > 0 ? 'programme.gaps.intro' : 'programme.gaps.noneGaps', { date })}
        </p>
      )}
      {data.fixedBy ? (
        <p className="reading-text">{t(`programme.gaps.fixed.${data.fixedBy}`)}</p>
      ) : (
        <TaskFields
          task={task}
          tasks={data.tasks}
          onChange={setChosen}
          error={
            add.error?.fields.taskName ?? (asked && isMissing ? t('programme.gaps.taskMissing') : undefined)
          }
        />
      )}
      {add.error && <Failure error={{ message: add.error.message }} />}
      {data.gaps.map((gap) => (
        <OneGap key={gap.lineageId} gap={gap} onAdd={data.fixedBy ? null : put} isAdding={add.isPending} />
      ))}
      {!data.fixedBy && <Other schoolYear={schoolYear} onAdd={put} isAdding={add.isPending} />}
    </Sheet>
  );
}

type TaskFieldsProps = {
  task: Task;
  tasks: OutputOf<'programme', 'forEmployee'>['tasks'];
  onChange: (task: Task) => void;
  error: string | undefined;
};

/** The task everything that is added now springs from (R000-10). */
function TaskFields({ task, tasks, onChange, error }: TaskFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="pg-task">
      <Autocomplete
        {...listbox}
        label={t('programme.gaps.task')}
        description={t('programme.gaps.taskHint')}
        data={[...new Set(tasks.map(({ name }) => name))]}
        limit={20}
        value={task.taskName}
        onChange={(taskName) => {
          const known = tasks.find(({ name }) => name === taskName);
          onChange({ taskKind: known?.kind ?? task.taskKind, taskName });
        }}
        error={error}
        maxLength={200}
        required
      />
      <NativeSelect
        label={t('programme.gaps.taskKind')}
        value={task.taskKind}
        onChange={(event) => onChange({ ...task, taskKind: event.currentTarget.value as Task['taskKind'] })}
        data={(['present', 'intended'] as const).map((value) => ({
          value,
          label: t(`programme.gaps.${value}`),
        }))}
      />
    </div>
  );
}

type OneGapProps = { gap: Gap; onAdd: Add | null; isAdding: boolean };

function OneGap({ gap, onAdd, isAdding }: OneGapProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { name, target, level, matches } = gap;
  const shown = isOpen ? matches : matches.slice(0, firstMatches);
  return (
    <section className="pg-gap" aria-label={name}>
      <h3>
        {name} <span className="soft">{t('programme.gaps.gap', { target, level })}</span>
      </h3>
      {matches.length === 0 && <p className="soft small">{t('programme.gaps.noMatch')}</p>}
      <ul className="pg-list">
        {shown.map((match) => (
          <Match key={match.itemId} match={match} competence={name} onAdd={onAdd} isAdding={isAdding} />
        ))}
      </ul>
      {shown.length < matches.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {t('programme.gaps.more', { count: matches.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

type MatchProps = {
  match: ProgrammeMatch;
  competence: string;
  onAdd: Add | null;
  isAdding: boolean;
};

/** One activity with the reasons it stands where it stands. */
function Match({ match, competence, onAdd, isAdding }: MatchProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { itemId, title, provider, nextRun, isOffered, fitsLevel, level, feeOre, askedBy } = match;
  const reasons = [
    fitsLevel
      ? t('programme.gaps.fits')
      : t('programme.gaps.fitsNot', {
          level: activityLevelNames[level][language].toLocaleLowerCase(language),
        }),
    nextRun && hasOpenRun(match)
      ? t('programme.gaps.has', { date: shortDate(nextRun.startsOn, language) })
      : t(nextRun ? 'programme.full' : 'programme.noDate'),
    feeText(feeOre, language),
  ];
  return (
    <li className="pg-match">
      <div>
        <Link to="/programme/$itemId" params={{ itemId }} className="plain-link">
          {title}
        </Link>{' '}
        <span className="soft">{provider || t('programme.own')}</span>{' '}
        {!isOffered && <StateWord tone="partly">{t('programme.notOffered')}</StateWord>}
        <div className="soft small">{reasons.filter(Boolean).join(' · ')}</div>
      </div>
      {askedBy ? (
        <StateWord tone="good">{t('programme.gaps.asked')}</StateWord>
      ) : (
        onAdd && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={isAdding}
            aria-label={t('programme.gaps.addOf', { title })}
            onClick={() => onAdd({ itemId, title, competence, origin: 'need' })}
          >
            {t('programme.gaps.add')}
          </Button>
        )
      )}
    </li>
  );
}

type OtherProps = { schoolYear: string; onAdd: Add; isAdding: boolean };

/** Anything else in the programme, as her own wish: wishes stand beside needs, not mixed (R002-03). */
function Other({ schoolYear, onAdd, isAdding }: OtherProps) {
  const { t } = useTranslation();
  const list = useCall('programme', 'list', { schoolYear });
  const [itemId, setItemId] = useState<string | null>(null);
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  const item = items.find(({ id }) => id === itemId);
  return (
    <div className="pg-add pg-gap">
      <Select
        {...listbox}
        label={t('programme.gaps.other')}
        placeholder={t('programme.gaps.otherHint')}
        data={items.map(({ id, title }) => ({ value: id, label: title }))}
        limit={20}
        nothingFoundMessage={t('programme.gaps.otherNone')}
        value={itemId}
        onChange={setItemId}
        searchable
        clearable
        w={360}
      />
      {item && (
        <Button
          variant="default"
          disabled={isAdding}
          onClick={() => {
            onAdd({ itemId: item.id, title: item.title, competence: '', origin: 'wish' });
            setItemId(null);
          }}
        >
          {t('programme.gaps.wish')}
        </Button>
      )}
    </div>
  );
}
