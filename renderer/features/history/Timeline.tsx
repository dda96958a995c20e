import { SegmentedControl } from '@mantine/core';
import type { HistoryEntry } from '@shared/contract/history';
import { groupBy } from '@shared/domain/group-by';
import { schoolYearOf } from '@shared/domain/school-year';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSchoolYear } from '../../app/school-year';
import { dayMonth } from '../../ui/day-month';
import { Empty } from '../../ui/Empty';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { EntryOutcome, EntryText } from './TimelineEntry';

const filters = ['all', 'talk', 'ratings', 'promise', 'course', 'plan', 'employment'] as const;
type Filter = (typeof filters)[number];

const filterOf: Readonly<Record<HistoryEntry['kind'], Filter>> = {
  talk: 'talk',
  ratings: 'ratings',
  promise: 'promise',
  course: 'course',
  teamModule: 'course',
  plan: 'plan',
  signature: 'plan',
  employment: 'employment',
  team: 'employment',
  leader: 'employment',
  leave: 'employment',
};

/** Everything that happened, newest school year first. The lines of text are the table, for the eye and the ear. */
export function Timeline({ employeeId, entries }: { employeeId: string; entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSchoolYear();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = entries.filter(({ kind }) => filter === 'all' || filterOf[kind] === filter);
  const years = [...groupBy(shown, ({ on }) => schoolYearOf(on))];
  return (
    <Sheet
      title={t('history.timelineTitle')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('history.filter')}
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={filters.map((value) => ({ value, label: t(`history.filters.${value}`) }))}
        />
      }
    >
      {shown.length === 0 ? (
        <Empty title={t('history.noneOfKind')} />
      ) : (
        <table className="table history-table" aria-label={t('history.timelineTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('history.day')}</th>
              <th scope="col">{t('history.what')}</th>
              <th scope="col">{t('history.how')}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(([year, own]) => (
              <Fragment key={year}>
                <tr>
                  <th scope="rowgroup" colSpan={3} className="history-year">
                    {year}
                  </th>
                </tr>
                {own.map((entry) => (
                  <tr key={keyOf(entry)}>
                    <td className="history-day">{dayMonth(entry.on, language)}</td>
                    <td>
                      <EntryText employeeId={employeeId} entry={entry} />
                    </td>
                    <td>
                      <EntryOutcome entry={entry} today={today} />
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

/** Two lines of a kind on a day differ in what they are about. */
function keyOf(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'talk':
    case 'ratings':
      return `${entry.kind} ${entry.talkId}`;
    case 'promise':
      return entry.agreementId;
    case 'signature':
      return `${entry.documentId} ${entry.party}`;
    case 'plan':
      return `plan ${entry.planYear}`;
    case 'team':
      return `${entry.change} ${entry.on} ${entry.teamName}`;
    case 'course':
      return `course ${entry.on} ${entry.title}`;
    case 'teamModule':
      return `module ${entry.on} ${entry.teamName} ${entry.chainTitle} ${entry.title}`;
    case 'leader':
      return `leader ${entry.on} ${entry.leaderName}`;
    default:
      return `${entry.kind} ${entry.on} ${'change' in entry ? entry.change : entry.until}`;
  }
}
