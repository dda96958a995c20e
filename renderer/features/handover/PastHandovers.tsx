import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

/** Handovers that were carried out, each to be taken back as long as nothing stands on it. */
export function PastHandovers() {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('handover', 'list', {});
  const undo = useOrder('handover', 'undo');
  const rows = list.data?.handovers ?? [];
  if (rows.length === 0) return <Failure error={list.error} />;
  return (
    <Sheet title={t('handover.past')} className="handover-past">
      <Failure error={undo.error} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('handover.title')}</th>
            <th scope="col">{t('handover.when')}</th>
            <th scope="col">{t('handover.what')}</th>
            <th scope="col">{t('handover.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('handover.undo')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const names = { from: row.fromName, to: row.toName };
            return (
              <tr key={row.id}>
                <td>{t('handover.pastLine', names)}</td>
                <td>{shortDate(row.onDate, language)}</td>
                <td>
                  {t('handover.pastPeople', { count: row.people })},{' '}
                  {t('handover.pastTalks', { count: row.talks })}
                </td>
                <td>
                  <State row={row} />
                </td>
                <td className="handover-action">
                  {row.undoneAt === null && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('handover.undoOne', names)}
                      loading={undo.isPending && undo.variables.id === row.id}
                      onClick={() => undo.mutate({ id: row.id })}
                    >
                      {t('handover.undo')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sheet>
  );
}

type Row = { undoneAt: string | null; awaitsDay: boolean; onDate: string; carriedOutAt: string };

function State({ row }: { row: Row }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = (moment: string) => shortDate(moment.slice(0, 10), language);
  if (row.undoneAt) {
    return <StateWord tone="quiet">{t('handover.undone', { date: day(row.undoneAt) })}</StateWord>;
  }
  if (row.awaitsDay) {
    return <StateWord tone="partly">{t('handover.awaits', { date: day(row.onDate) })}</StateWord>;
  }
  return <StateWord tone="good">{t('handover.done', { date: day(row.carriedOutAt) })}</StateWord>;
}
