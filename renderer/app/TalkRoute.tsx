import type { Agreement } from '@shared/contract/agreements';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { TalkAgreements } from '../features/agreements/AgreementsSheet';
import { FollowUp } from '../features/agreements/FollowUp';
import { SigningPanel } from '../features/documents/SigningPanel';
import { TalkPrintouts } from '../features/documents/TalkPrintouts';
import { TalkEnrolments } from '../features/enrolments/TalkEnrolments';
import { FindFund } from '../features/funds/FindFund';
import { TalkNotes } from '../features/notes/NotesSheet';
import { TalkPreparation } from '../features/preparation/TalkPreparation';
import { FromProgramme } from '../features/programme/FromProgramme';
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
  activities: ({ id }) => <TalkEnrolments talkId={id} />,
  notes: ({ id }) => <TalkNotes talkId={id} />,
  preparation: ({ id }) => <TalkPreparation talkId={id} />,
  picture: ({ id }) => <TeamPicture talkId={id} />,
  ratings: (talk) =>
    talk.teamId ? (
      <TeamRating talkId={talk.id} />
    ) : (
      <>
        <RatingsPanel talkId={talk.id} />
        {talk.ratings.self === 'locked' && talk.ratings.leader === 'locked' && <ForGaps talk={talk} />}
      </>
    ),
  agreements: (talk, area) => (
    <>
      <TalkAgreements {...agreementsOf(talk)} plan={talk.teamId ? 'none' : 'possible'} />
      {area?.number === lastAgreements(talk) && <ForGaps talk={talk} />}
    </>
  ),
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

/** Of the areas with agreements the last is about development. */
const lastAgreements = ({ areas }: Talk) => areas.findLast(({ part }) => part === 'agreements')?.number;

/** What the programme has for what an employee lacks (R002-22); a team has no plan to put it into. */
function ForGaps({ talk: { id, employeeId, schoolYear } }: { talk: Talk }) {
  return employeeId ? <FromProgramme employeeId={employeeId} talkId={id} schoolYear={schoolYear} /> : null;
}

function agreementsOf({ id, employeeId, teamId, schoolYear, closedAt }: Talk) {
  return {
    talkId: id,
    subject: { employeeId, teamId },
    schoolYear,
    isClosed: closedAt !== null,
    more: (line: Agreement) => <FindFund line={line} />,
  };
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
