import type { TalkAreaNumber } from '@shared/domain/talk-areas';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { TalkAgreements } from '../features/agreements/AgreementsSheet';
import { FollowUp } from '../features/agreements/FollowUp';
import { SigningPanel } from '../features/documents/SigningPanel';
import { TalkPrintouts } from '../features/documents/TalkPrintouts';
import { RatingsPanel } from '../features/ratings/RatingsPanel';
import { TalkPage, type TalkSlots } from '../features/talks/TalkPage';
import { PlanState } from '../features/training-plans/PlanState';
import { TeachingGoals } from '../features/training-plans/TeachingGoals';

/** What agreements, plans, ratings and documents bring into a talk. */
const slots: TalkSlots = {
  followUp: ({ id, schoolYear, closedAt }) => (
    <FollowUp talkId={id} schoolYear={schoolYear} isClosed={closedAt !== null} />
  ),
  ratings: ({ id }) => <RatingsPanel talkId={id} />,
  agreements: ({ id, employeeId, schoolYear, closedAt }) => (
    <TalkAgreements
      talkId={id}
      employeeId={employeeId}
      schoolYear={schoolYear}
      isClosed={closedAt !== null}
      plan="possible"
    />
  ),
  plan: ({ id, employeeId, schoolYear, closedAt }) => (
    <>
      <TeachingGoals employeeId={employeeId} schoolYear={schoolYear} />
      <TalkAgreements
        talkId={id}
        employeeId={employeeId}
        schoolYear={schoolYear}
        isClosed={closedAt !== null}
        plan="suggested"
      />
      <PlanState employeeId={employeeId} schoolYear={schoolYear} />
    </>
  ),
  signing: ({ planId, planStatus }) =>
    planId && planStatus !== 'draft' && planStatus !== 'missing' ? <SigningPanel planId={planId} /> : null,
  printouts: ({ id }) => <TalkPrintouts talkId={id} />,
};

/** One talk; which of its six areas is open stands in the address. */
export function TalkRoute() {
  const { talkId } = useParams({ from: '/talks/$talkId' });
  const { area } = useSearch({ from: '/talks/$talkId' });
  const navigate = useNavigate();
  const onArea = useCallback(
    (next: TalkAreaNumber) =>
      void navigate({ to: '/talks/$talkId', params: { talkId }, search: { area: next }, replace: true }),
    [navigate, talkId],
  );
  return <TalkPage key={talkId} talkId={talkId} area={area ?? 1} onArea={onArea} slots={slots} />;
}
