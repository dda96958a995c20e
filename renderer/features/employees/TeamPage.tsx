import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';

/** What another feature shows about a team; composed in renderer/app. */
export type TeamSlot = { readonly key: string; readonly Component: ComponentType<{ teamId: string }> };

/** One team: who is in it, its talks, what it has promised, and what was noted during the year. */
export function TeamPage({ teamId, slots }: { teamId: string; slots: readonly TeamSlot[] }) {
  const { t } = useTranslation();
  const teams = useCall('teams', 'list', {});
  const team = teams.data?.find(({ id }) => id === teamId);
  if (!teams.data) return <Failure error={teams.error} />;
  if (!team) return <p className="soft">{t('teams.gone')}</p>;
  return (
    <Page
      kicker={
        <Link to="/employees/teams" className="plain-link">
          {t('teams.title')}
        </Link>
      }
      title={team.name}
      lede={t(`teams.types.${team.type}`)}
    >
      <Sheet title={t('teams.members')}>
        {team.members.length === 0 ? (
          <p className="soft">{t('teams.noMembers')}</p>
        ) : (
          <p>
            {team.members.map(({ employeeId, name }, index) => (
              <span key={employeeId}>
                {index > 0 && ', '}
                <Link to="/employees/$employeeId" params={{ employeeId }} className="member-link">
                  {name}
                </Link>
              </span>
            ))}
          </p>
        )}
      </Sheet>
      {slots.map(({ key, Component }) => (
        <Component key={key} teamId={teamId} />
      ))}
    </Page>
  );
}
