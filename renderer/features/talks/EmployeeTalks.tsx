import { Button } from '@mantine/core';
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

/** One person's talks, newest first, for her page. */
export function EmployeeTalks({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { today } = useSchoolYear();
  const list = useCall('talks', 'forEmployee', { employeeId });
  const [isPlanning, setPlanning] = useState(false);
  const talks = list.data?.talks ?? [];
  const hasOpen = talks.some((talk) => !talk.closedAt);
  return (
    <Sheet
      title={t('talks.sheet')}
      aside={
        list.data &&
        !hasOpen && (
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
              <th scope="col">{t('talks.state')}</th>
              <th scope="col">{t('talks.ratings')}</th>
            </tr>
          </thead>
          <tbody>
            {talks.map((talk) => (
              <tr key={talk.id}>
                <td>
                  <Link to="/talks/$talkId" params={{ talkId: talk.id }} className="plain-link">
                    {longDate(talk.heldOn, language)}
                  </Link>
                </td>
                <td>
                  <TalkWord {...talk} today={today} />
                </td>
                <td className="soft">
                  <RatingWords ratings={talk.ratings} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isPlanning && (
        <NewTalkDialog
          employeeId={employeeId}
          onClose={() => setPlanning(false)}
          onPlanned={({ id }) => void navigate({ to: '/talks/$talkId', params: { talkId: id } })}
        />
      )}
    </Sheet>
  );
}
