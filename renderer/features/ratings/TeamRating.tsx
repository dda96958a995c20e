import { Checkbox } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { RatingAnswer, RatingAxis } from '@shared/contract/ratings';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { SaveWord } from '../../ui/SaveWord';
import { Sheet } from '../../ui/Sheet';
import { type SaveState, useAutosave } from '../../ui/use-autosave';
import { byDomain } from './by-domain';
import { LevelChoice } from './LevelChoice';
import { SpiderAndGaps } from './SpiderAndGaps';
import { levelOf } from './spider-levels';
import './ratings.css';

type Team = OutputOf<'ratings', 'team'>;

/** The team's one rating in common, chosen together while the spider takes shape beside it (R002-07, R002-09). */
export function TeamRating({ talkId }: { talkId: string }) {
  const team = useCall('ratings', 'team', { talkId });
  if (!team.data) return <Failure error={team.error} />;
  return <Rating key={talkId} talkId={talkId} team={team.data} />;
}

function Rating({ talkId, team }: { talkId: string; team: Team }) {
  const { t } = useTranslation();
  const { axes, isClosed } = team;
  // What is chosen here is ahead of the machine; its answers must not overwrite it.
  const [answers, setAnswers] = useState(team.answers);
  const [latest, setLatest] = useState<SaveState>('idle');
  const done = answers.filter(Boolean).length;
  return (
    <div className="rating-team">
      <Sheet
        title={t('ratings.team.title')}
        aside={
          <span className="soft small team-progress">
            <SaveWord state={latest} />
            <span>{t('ratings.panel.progress', { done, all: axes.length })}</span>
          </span>
        }
      >
        <p className="soft">{t(isClosed ? 'ratings.team.closed' : 'ratings.team.text')}</p>
        {byDomain(axes).map(({ domain, rows }) => (
          <div key={domain}>
            <h3 className="rating-domain">{domain}</h3>
            {rows.map(({ axis, index }) => (
              <TeamLevel
                key={axis.competenceId}
                talkId={talkId}
                axis={axis}
                answer={answers[index] ?? null}
                readOnly={isClosed}
                onState={setLatest}
                onChange={(answer) =>
                  setAnswers((now) => now.map((one, at) => (at === index ? answer : one)))
                }
              />
            ))}
          </div>
        ))}
      </Sheet>
      <Picture team={{ ...team, answers }} />
    </div>
  );
}

type TeamLevelProps = {
  talkId: string;
  axis: RatingAxis;
  answer: RatingAnswer | null;
  readOnly: boolean;
  onChange: (answer: RatingAnswer) => void;
  /** How its saving stands, for the one word at the head. */
  onState: (state: SaveState) => void;
};

/** One competence; a level is saved as it is chosen, a remark after a pause. */
function TeamLevel({ talkId, axis, answer, readOnly, onChange, onState }: TeamLevelProps) {
  const saving = useAutosave((next: RatingAnswer) =>
    call('ratings', 'saveTeam', { talkId, competenceId: axis.competenceId, answer: next }),
  );
  const { state } = saving;
  useEffect(() => {
    if (state !== 'idle') onState(state);
  }, [state, onState]);
  return (
    <>
      <LevelChoice
        form="compact"
        axis={axis}
        answer={answer}
        readOnly={readOnly}
        onChange={(next) => {
          onChange(next);
          saving.change(next);
          if (next.comment === (answer?.comment ?? '')) void saving.flush();
        }}
      />
      <Failure error={saving.error} />
    </>
  );
}

/** The team beside its target, and beside what it said last time when that is asked for. */
function Picture({ team: { teamName, axes, scaleMax, answers, lastTime } }: { team: Team }) {
  const { t } = useTranslation();
  const [withLastTime, setWithLastTime] = useState(false);
  return (
    <div className="rating-team-picture">
      <SpiderAndGaps
        axes={axes}
        scaleMax={scaleMax}
        title={t('ratings.shown.title', { name: teamName })}
        description={t('ratings.team.description', { name: teamName })}
        aside={
          lastTime && (
            <Checkbox
              size="xs"
              label={t('ratings.team.showLastTime')}
              checked={withLastTime}
              onChange={(event) => setWithLastTime(event.currentTarget.checked)}
            />
          )
        }
        self={answers.map(levelOf)}
        more={withLastTime && lastTime ? [{ kind: 'lastYear', levels: lastTime.map(levelOf) }] : []}
        names={{ employee: teamName, lastYear: t('ratings.team.lastTime') }}
        own={t('ratings.team.team')}
        gapOwn={t('ratings.team.team')}
      />
    </div>
  );
}
