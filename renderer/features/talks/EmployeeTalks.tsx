import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { kindNames } from '@shared/domain/talk-kinds';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { RatingWords } from '../../ui/RatingWords';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { NewTalkDialog } from './NewTalk';
import { TalkWord } from './TalkWord';
import './talks.css';

/** One person's own talks and those of her teams she took part in, newest first, for her page. */
export function EmployeeTalks({ employeeId }: { employeeId: string }) {
  return <TalkSheet partner={{ employeeId }} list={useCall('talks', 'forEmployee', { employeeId })} />;
}

/** A team's talks, newest first, for its page. */
export function TeamTalks({ teamId }: { teamId: string }) {
  return <TalkSheet partner={{ teamId }} list={useCall('talks', 'forTeam', { teamId })} />;
}

type TalkSheetProps = {
  partner: { employeeId: string } | { teamId: string };
  list: { data: OutputOf<'talks', 'forTeam'> | undefined; error: Error | null };
};

function TalkSheet({ partner, list }: TalkSheetProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { today } = useSchoolYear();
  const [isPlanning, setPlanning] = useState(false);
  const talks = list.data?.talks ?? [];
  // Only where one may still be missing: a closed talk needs no word about its ratings.
  const hasRatings = (talk: (typeof talks)[number]) => talk.employeeId !== null && talk.closedAt === null;
  const showsRatings = talks.some(hasRatings);
  return (
    <Sheet
      title={t('talks.sheet')}
      aside={
        list.data && (
          <Button size="compact-sm" variant="default" onClick={() => setPlanning(true)}>
            {t('talks.new')}
          </Button>
        )
      }
    >
      <Failure error={list.error} />
      {list.data && talks.length === 0 && <p className="soft">{t('talks.sheetNone')}</p>}
      {talks.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('talks.date')}</th>
              <th scope="col">{t('talks.kind')}</th>
              <th scope="col">{t('talks.state')}</th>
              {showsRatings && <th scope="col">{t('talks.ratings')}</th>}
            </tr>
          </thead>
          <tbody>
            {talks.map((talk) => (
              <tr key={talk.id}>
                <td className="talk-day">
                  <Link to="/talks/$talkId" params={{ talkId: talk.id }} className="plain-link">
                    {longDate(talk.heldOn, language)}
                  </Link>
                </td>
                <td>
                  {kindNames[talk.kind][language]}
                  {'employeeId' in partner && talk.teamId && (
                    <span className="soft small"> {talk.withName}</span>
                  )}
                </td>
                <td>
                  <TalkWord {...talk} today={today} />
                </td>
                {showsRatings && (
                  <td className="soft">{hasRatings(talk) && <RatingWords ratings={talk.ratings} />}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isPlanning && (
        <NewTalkDialog
          {...partner}
          onClose={() => setPlanning(false)}
          onPlanned={({ id }) => void navigate({ to: '/talks/$talkId', params: { talkId: id } })}
        />
      )}
    </Sheet>
  );
}
