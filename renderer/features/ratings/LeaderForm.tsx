import { Button } from '@mantine/core';
import type { RatingAnswer } from '@shared/contract/ratings';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft, useFoundDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { SaveWord } from '../../ui/SaveWord';
import { Sheet } from '../../ui/Sheet';
import { useAutosave } from '../../ui/use-autosave';
import { byDomain } from './by-domain';
import { LevelChoice } from './LevelChoice';
import type { Overview } from './RatingsPanel';

/** The leader's own rating; every choice is saved as it is made, remarks after a pause. */
export function LeaderForm({ talkId, overview }: { talkId: string; overview: Overview }) {
  const { t } = useTranslation();
  const { axes, leaderState, employeeName, isClosed } = overview;
  // What is chosen here is ahead of the machine; its answers must not overwrite it.
  const [answers, setAnswers] = useState(overview.leader);
  const lock = useOrder('ratings', 'lockLeader');
  const withdraw = useOrder('ratings', 'withdrawLeader');
  // Answers on their way to the machine, by competence; what has arrived is taken out.
  const [pending] = useState(() => new Map<string, RatingAnswer>());
  // Those that could not be saved outlive the area.
  const kept = useDraft<Record<string, RatingAnswer>>(`rating ${talkId}`);
  const saving = useAutosave(async () => {
    try {
      for (const [competenceId, answer] of [...pending]) {
        await call('ratings', 'saveLeader', { talkId, competenceId, answer });
        if (pending.get(competenceId) === answer) pending.delete(competenceId);
      }
    } catch (failure) {
      kept.keep(Object.fromEntries(pending));
      throw failure;
    }
    kept.drop();
  });
  const takeUp = (found: Record<string, RatingAnswer>) => {
    const unsaved = { ...found, ...Object.fromEntries(pending) };
    for (const [competenceId, answer] of Object.entries(unsaved)) pending.set(competenceId, answer);
    setAnswers((now) => now.map((one, at) => unsaved[axes[at]?.competenceId ?? ''] ?? one));
    saving.change(undefined);
  };
  useFoundDraft(kept, (found) => {
    if (leaderState !== 'locked' && !isClosed) takeUp(found);
  });
  const reset = (back: Record<string, RatingAnswer> | undefined) => {
    if (back) return takeUp(back);
    pending.clear();
    setAnswers(overview.leader);
  };
  const isLocked = leaderState === 'locked';
  const done = answers.filter(Boolean).length;

  const change = (index: number, competenceId: string, answer: RatingAnswer) => {
    setAnswers((now) => now.map((one, at) => (at === index ? answer : one)));
    pending.set(competenceId, answer);
    saving.change(undefined);
  };
  const lockIt = async () => {
    await saving.flush();
    // What is locked is what is on the screen: when an answer could not be saved, the form says so and stays open.
    if (pending.size > 0) return;
    lock.mutate({ talkId });
  };

  return (
    <Sheet title={t('ratings.panel.myRating', { name: employeeName })}>
      {isLocked && <p className="soft">{t('ratings.panel.lockedText')}</p>}
      {byDomain(axes).map(({ domain, rows }) => (
        <div key={domain}>
          <h3 className="rating-domain">{domain}</h3>
          {rows.map(({ axis, index }) => (
            <LevelChoice
              key={axis.competenceId}
              form="compact"
              axis={axis}
              answer={answers[index] ?? null}
              readOnly={isLocked || isClosed}
              onChange={(answer) => change(index, axis.competenceId, answer)}
            />
          ))}
        </div>
      ))}
      <DraftLine draft={kept} onReset={reset} />
      <Failure error={lock.error ?? withdraw.error ?? saving.error} />
      {!isClosed && (
        <div className="rating-bar">
          <div className="rating-progress">
            <span className="soft">{t('ratings.panel.progress', { done, all: axes.length })}</span>
            <SaveWord state={saving.state} />
          </div>
          {isLocked ? (
            <Button
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ talkId })}
            >
              {t('ratings.panel.withdraw')}
            </Button>
          ) : (
            <Button disabled={done < axes.length} loading={lock.isPending} onClick={() => void lockIt()}>
              {t('ratings.panel.lock')}
            </Button>
          )}
        </div>
      )}
    </Sheet>
  );
}
