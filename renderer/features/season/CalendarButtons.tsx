import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';

/** Writes the season's calendar files: everything for the leader, or one file per person. */
export function CalendarButtons({ schoolYear, autoFocus }: { schoolYear: string; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const write = useOrder('season', 'exportCalendar');
  const choose = (which: 'all' | 'perPerson') => write.mutate({ schoolYear, which });
  const chosen = write.isPending ? write.variables?.which : undefined;
  return (
    <>
      <div className="season-buttons">
        <Button
          variant={autoFocus ? 'filled' : 'default'}
          autoFocus={autoFocus}
          loading={chosen === 'all'}
          onClick={() => choose('all')}
        >
          {t('season.calendarAll')}
        </Button>
        <Button variant="default" loading={chosen === 'perPerson'} onClick={() => choose('perPerson')}>
          {t('season.calendarEach')}
        </Button>
      </div>
      <p className="soft small" role="status">
        {write.data ? t('season.calendarSaved', { count: write.data.saved }) : t('season.calendarText')}
      </p>
      <Failure error={write.error} />
    </>
  );
}
