import { Button, Checkbox } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { localDate } from '@shared/domain/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { ShareBackDialog, type ShareBackStart } from './ShareBackDialog';

type ShareBack = OutputOf<'leaderTraining', 'shareBacks'>['items'][number];

/** What is to be told at the leadership meetings, with a mark when it has been (R002-14). */
export function ShareBackSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('leaderTraining', 'shareBacks', {});
  const [open, setOpen] = useState<ShareBackStart | null>(null);
  const { items = [], offered = [], leaders = [] } = list.data ?? {};
  return (
    <Sheet
      title={t('leaderTraining.shareBack')}
      aside={
        leaders.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen({})}>
            {t('leaderTraining.shareBackAdd')}
          </Button>
        )
      }
    >
      <p className="soft">{t('leaderTraining.shareBackText')}</p>
      <Failure error={list.error} />
      {offered.map(({ entryId, employeeId, name, title, completedOn }) => (
        <div key={entryId} className="lt-row">
          <span>
            {t('leaderTraining.shareBackOffer', { name, title, date: shortDate(completedOn, language) })}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('leaderTraining.shareBackOfferAddOf', { title, name })}
            onClick={() => setOpen({ entryId, employeeId, topic: title })}
          >
            {t('leaderTraining.shareBackOfferAdd')}
          </Button>
        </div>
      ))}
      {list.data && items.length === 0 && offered.length === 0 && (
        <Empty title={t('leaderTraining.shareBackNone')}>{t('leaderTraining.shareBackNoneText')}</Empty>
      )}
      <ShareBackTable items={items} onEdit={(item) => setOpen({ item })} />
      {open && <ShareBackDialog start={open} leaders={leaders} onClose={() => setOpen(null)} />}
    </Sheet>
  );
}

type ShareBackTableProps = { items: readonly ShareBack[]; onEdit: (item: ShareBack) => void };

function ShareBackTable({ items, onEdit }: ShareBackTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mark = useOrder('leaderTraining', 'markShareBack');
  if (items.length === 0) return null;
  return (
    <>
      <Failure error={mark.error} />
      <table className="table" aria-label={t('leaderTraining.shareBack')}>
        <thead>
          <tr>
            <th scope="col">{t('leaderTraining.done')}</th>
            <th scope="col">{t('leaderTraining.topic')}</th>
            <th scope="col">{t('leaderTraining.shareBackWho')}</th>
            <th scope="col">{t('leaderTraining.shareBackMeeting')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('common.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Checkbox
                  aria-label={t('leaderTraining.shareBackDone', { topic: item.topic })}
                  checked={item.doneAt !== null}
                  onChange={(event) => mark.mutate({ id: item.id, isDone: event.currentTarget.checked })}
                />
              </td>
              <td>
                <strong className={item.doneAt ? 'soft' : undefined}>{item.topic}</strong>
                {item.entryTitle !== '' && <div className="soft small">{item.entryTitle}</div>}
              </td>
              <td>{item.name}</td>
              <td className={item.meetingOn ? 'lt-date' : 'lt-date soft'}>
                {item.meetingOn
                  ? shortDate(item.meetingOn, language)
                  : t('leaderTraining.shareBackMeetingNone')}
                {item.doneAt && (
                  <div className="soft small">
                    {t('leaderTraining.shareBackDoneOn', {
                      date: shortDate(localDate(new Date(item.doneAt)), language),
                    })}
                  </div>
                )}
              </td>
              <td>
                <RowActions name={item.topic} onEdit={() => onEdit(item)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
