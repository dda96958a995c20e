import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { TalkAgreements } from '../features/agreements/AgreementsSheet';
import { FollowUp } from '../features/agreements/FollowUp';
import { SigningPanel } from '../features/documents/SigningPanel';
import { TalkPrintouts } from '../features/documents/TalkPrintouts';
import { TalkNotes } from '../features/notes/NotesSheet';
import { TalkPreparation } from '../features/preparation/TalkPreparation';
import { RatingsPanel } from '../features/ratings/RatingsPanel';
import { TeamPicture } from '../features/ratings/TeamPicture';
import { TeamRating } from '../features/ratings/TeamRating';
import { type Talk, TalkPage, type TalkSlots } from '../features/talks/TalkPage';
import { PlanState } from '../features/training-plans/PlanState';
import { TeachingGoals } from '../features/training-plans/TeachingGoals';

/** What agreements, plans, ratings and documents bring into a talk. */
const slots: TalkSlots = {
  followUp: ({ id, schoolYear, closedAt }) => (
    <FollowUp talkId={id} schoolYear={schoolYear} isClosed={closedAt !== null} />
  ),
  notes: ({ id }) => <TalkNotes talkId={id} />,
  preparation: ({ id }) => <TalkPreparation talkId={id} />,
  picture: ({ id }) => <TeamPicture talkId={id} />,
  ratings: ({ id, teamId }) => (teamId ? <TeamRating talkId={id} /> : <RatingsPanel talkId={id} />),
  agreements: (talk) => <TalkAgreements {...agreementsOf(talk)} plan={talk.teamId ? 'none' : 'possible'} />,
  plan: (talk) =>
    talk.employeeId ? (
      <>
        <TeachingGoals employeeId={talk.employeeId} schoolYear={talk.schoolYear} />
        <TalkAgreements {...agreementsOf(talk)} plan="suggested" />
        <PlanState employeeId={talk.employeeId} schoolYear={talk.schoolYear} />
      </>
    ) : (
      <TalkAgreements {...agreementsOf(talk)} plan="none" />
    ),
  signing: ({ planId, planStatus }) =>
    planId && planStatus !== 'draft' && planStatus !== 'missing' ? <SigningPanel planId={planId} /> : null,
  printouts: ({ id, ratings }) => (
    <TalkPrintouts talkId={id} isRated={ratings.self === 'locked' && ratings.leader === 'locked'} />
  ),
};

function agreementsOf({ id, employeeId, teamId, schoolYear, closedAt }: Talk) {
  return { talkId: id, subject: { employeeId, teamId }, schoolYear, isClosed: closedAt !== null };
}

/** One talk; which of its main areas is open stands in the address. */
export function TalkRoute() {
  const { talkId } = useParams({ from: '/talks/$talkId' });
  const { area } = useSearch({ from: '/talks/$talkId' });
  const navigate = useNavigate();
  const onArea = useCallback(
    (next: number) =>
      void navigate({ to: '/talks/$talkId', params: { talkId }, search: { area: next }, replace: true }),
    [navigate, talkId],
  );
  return <TalkPage key={talkId} talkId={talkId} area={area ?? 1} onArea={onArea} slots={slots} />;
}
