import { Button, Group, Modal, Progress, Select } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { Events } from '@shared/contract/core';
import { danishOrder } from '@shared/domain/danish-order';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMachineEvent, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { listbox } from '../../ui/listbox';
import { useLanguage } from '../../ui/use-language';

type Talks = OutputOf<'preparation', 'choices'>['talks'];

const everybody = 'all';

type Props = { talks: Talks; onClose: () => void };

/** For whom, then one PDF per person into a folder; it can be stopped on the way. */
export function MakeSheets({ talks, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState(everybody);
  const make = useMakeSheets();
  const teams = [...new Set(talks.flatMap((talk) => talk.teams))].sort(danishOrder.compare);
  const meant = talks.filter(
    ({ talkId, teams: own }) =>
      chosen === everybody || chosen === `talk ${talkId}` || own.some((team) => chosen === `team ${team}`),
  );
  const count = meant.reduce((sum, { sheets }) => sum + sheets, 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('preparation.make')}
      size="lg"
      closeOnClickOutside={!make.busy}
      closeOnEscape={!make.busy}
      withCloseButton={!make.busy}
    >
      {make.made === null && (
        <>
          <p className="reading-text">{t('preparation.makeText')}</p>
          <Select
            {...listbox}
            data-autofocus
            label={t('preparation.forWhom')}
            data={[
              { value: everybody, label: t('preparation.everybody') },
              {
                group: t('preparation.oneTeam'),
                items: teams.map((team) => ({ value: `team ${team}`, label: team })),
              },
              {
                group: t('preparation.oneTalk'),
                items: talks.map(({ talkId, kind, withName, heldOn }) => ({
                  value: `talk ${talkId}`,
                  label: `${withName} · ${t(`preparation.kinds.${kind}`)} ${shortDate(heldOn, language)}`,
                })),
              },
            ]}
            value={chosen}
            onChange={(value) => setChosen(value ?? everybody)}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t('talks.noMatch')}
            disabled={make.busy}
          />
        </>
      )}
      <MakingState make={make} />
      <Group justify="flex-end" mt="md" gap="xs">
        {make.busy ? (
          <Button variant="default" onClick={make.stop}>
            {t('preparation.stop')}
          </Button>
        ) : make.made ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <Button disabled={count === 0} onClick={() => make.start(meant.map(({ talkId }) => talkId))}>
            {t('preparation.makeCount', { count })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

type Making = ReturnType<typeof useMakeSheets>;

/** How far the making is, and what came of it. */
export function MakingState({ make: { busy, progress, made, error } }: { make: Making }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="making-state">
      {busy && progress && (
        <>
          <Progress
            value={(100 * progress.done) / Math.max(1, progress.total)}
            aria-label={t('preparation.progressLabel')}
            transitionDuration={0}
          />
          <p>{t('preparation.progress', progress)}</p>
        </>
      )}
      {made && (
        <p>
          {made.cancelled
            ? t('preparation.stopped', { count: made.files.length, total: made.total, folder: made.folder })
            : t('preparation.made', { count: made.files.length, folder: made.folder })}
        </p>
      )}
      <Failure error={error} />
    </div>
  );
}

/** Makes sheets and follows how far they are. */
export function useMakeSheets() {
  const make = useOrder('preparation', 'make');
  const cancel = useOrder('preparation', 'cancel');
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  useMachineEvent(
    'progress',
    useCallback(({ job, done, total }: Events['progress']) => {
      if (job === 'preparation') setProgress({ done, total });
    }, []),
  );
  return {
    busy: make.isPending,
    progress: make.isPending ? progress : null,
    made: make.data ?? null,
    error: make.error,
    start: (talkIds: string[]) => {
      setProgress(null);
      make.mutate({ talkIds });
    },
    stop: () => cancel.mutate({}),
  };
}
