import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import './teams.css';

/** What another feature shows about a team, in the wide flow or the narrow one; composed in renderer/app. */
export type TeamSlot = {
  readonly key: string;
  readonly place: 'main' | 'side';
  readonly Component: ComponentType<{ teamId: string }>;
};

/** One team: who is in it, its talks, what it has promised, and what was noted during the year. */
export function TeamPage({ teamId, slots }: { teamId: string; slots: readonly TeamSlot[] }) {
  const { t } = useTranslation();
  const teams = useCall('teams', 'list', {});
  const team = teams.data?.find(({ id }) => id === teamId);
  if (!teams.data) return <Failure error={teams.error} />;
  if (!team) return <p className="soft">{t('teams.gone')}</p>;
  const inPlace = (place: TeamSlot['place']) =>
    slots
      .filter((slot) => slot.place === place)
      .map(({ key, Component }) => <Component key={key} teamId={teamId} />);
  return (
    <Page
      kicker={
        <Link to="/employees/teams" className="plain-link">
          {t('teams.title')}
        </Link>
      }
      title={team.name}
      lede={[t(`teams.types.${team.type}`), t('teams.memberCount', { count: team.members.length })].join(
        ' · ',
      )}
    >
      <div className="two-flows">
        <div>{inPlace('main')}</div>
        <div>
          <Sheet title={t('teams.members')}>
            {team.members.length === 0 ? (
              <p className="soft">{t('teams.noMembers')}</p>
            ) : (
              <ul className="member-list">
                {team.members.map(({ employeeId, name }) => (
                  <li key={employeeId}>
                    <Link to="/employees/$employeeId" params={{ employeeId }} className="plain-link">
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Sheet>
          {inPlace('side')}
        </div>
      </div>
    </Page>
  );
}
