import { Button } from '@mantine/core';
import type { ProgrammeRun } from '@shared/contract/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { RunDialog } from './RunDialog';
import { periodText } from './run-words';

const tones = { open: 'quiet', confirmed: 'good', cancelled: 'late' } as const;

type RunsSheetProps = {
  itemId: string;
  runs: readonly ProgrammeRun[];
  /** Somebody wishes for this holding. */
  onWish: (runId: string) => void;
};

/** The holdings of an activity: when, where, how many seats, and whether it will be held. */
export function RunsSheet({ itemId, runs, onWish }: RunsSheetProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [editing, setEditing] = useState<ProgrammeRun | 'new' | null>(null);
  const setState = useOrder('programme', 'setRunState');
  const { removeIt, error } = useRemoval<ProgrammeRun>({
    remove: ({ id }) => call('programme', 'removeRun', { id }),
    restore: ({ id }) => call('programme', 'restoreRun', { id }),
    message: (run) => t('programme.runs.removed', { when: periodText(run, language) }),
  });
  return (
    <Sheet
      title={t('programme.runs.title')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
          {t('programme.runs.add')}
        </Button>
      }
    >
      <Failure error={error ?? setState.error} />
      {runs.length === 0 && <Empty title={t('programme.runs.none')}>{t('programme.runs.noneText')}</Empty>}
      {runs.length > 0 && (
        <table className="table" aria-label={t('programme.runs.title')}>
          <thead>
            <tr>
              <th scope="col">{t('programme.runs.when')}</th>
              <th scope="col">{t('programme.runs.place')}</th>
              <th scope="col">{t('programme.runs.seats')}</th>
              <th scope="col">{t('programme.runs.signUp')}</th>
              <th scope="col">{t('programme.runs.state')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('programme.runs.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => {
              const { id, seats, taken, signUpBy, minimumSeats, state } = run;
              const when = periodText(run, language);
              return (
                <tr key={id}>
                  <th scope="row">
                    {when}
                    {run.days.length > 1 && (
                      <div className="soft small pg-run-days">
                        {t('programme.days', { count: run.days.length })}
                      </div>
                    )}
                  </th>
                  <td>{run.place}</td>
                  <td>
                    {seats === null
                      ? t('programme.runs.seatsFree', { taken })
                      : t('programme.runs.seatsOf', { taken, seats })}
                  </td>
                  <td>{signUpBy && t('programme.runs.by', { date: shortDate(signUpBy, language) })}</td>
                  <td>
                    <StateWord tone={tones[state]}>
                      {state === 'open' && minimumSeats !== null
                        ? t('programme.minimum', { count: minimumSeats })
                        : t(`programme.${state}`)}
                    </StateWord>
                  </td>
                  <td className="row-end">
                    <div className="pg-run-actions">
                      {state !== 'cancelled' && (
                        <RowButton word={t('programme.wish')} name={when} onClick={() => onWish(id)} />
                      )}
                      {state === 'open' && minimumSeats !== null && (
                        <RowButton
                          word={t('programme.runs.confirm')}
                          name={when}
                          onClick={() => setState.mutate({ id, state: 'confirmed' })}
                        />
                      )}
                      <RowButton
                        word={t(state === 'cancelled' ? 'programme.runs.reopen' : 'programme.runs.cancel')}
                        name={when}
                        onClick={() =>
                          setState.mutate({ id, state: state === 'cancelled' ? 'open' : 'cancelled' })
                        }
                      />
                      <RowButton word={t('common.edit')} name={when} onClick={() => setEditing(run)} />
                      <RowButton word={t('common.remove')} name={when} onClick={() => void removeIt(run)} />
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {editing && (
        <RunDialog
          itemId={itemId}
          run={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Sheet>
  );
}

/** One thing to do with a holding, named with when it is. */
function RowButton({ word, name, onClick }: { word: string; name: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t('common.actionsFor', { action: word, name })}
      onClick={onClick}
    >
      {word}
    </Button>
  );
}
