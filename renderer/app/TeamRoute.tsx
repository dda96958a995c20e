import { useParams } from '@tanstack/react-router';
import { TeamAgreements } from '../features/agreements/AgreementsSheet';
import { TeamNotes } from '../features/notes/NotesSheet';
import { TeamTalks } from '../features/talks/EmployeeTalks';
import { TeamPage, type TeamSlot } from '../features/teams/TeamPage';

/** What other features show about a team, in the order of the page. */
const slots: readonly TeamSlot[] = [
  { key: 'talks', place: 'main', Component: TeamTalks },
  { key: 'agreements', place: 'main', Component: TeamAgreements },
  { key: 'notes', place: 'side', Component: TeamNotes },
];

/** One team's page, put together from the features that know something about it. */
export function TeamRoute() {
  const { teamId } = useParams({ from: '/teams/$teamId' });
  return <TeamPage key={teamId} teamId={teamId} slots={slots} />;
}
