import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { danishOrder } from '@shared/domain/danish-order';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { SetLeaderDialog } from './SetLeaderDialog';
import './leaders.css';

type List = OutputOf<'leaders', 'list'>;
type Leader = List['leaders'][number];
type Person = List['people'][number];

/** Who leads whom: the leaders with how many each has, and everybody with her leader, changed for one or many. */
export function LeadersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useCall('leaders', 'list', {});
  const kicker = (
    <Link to="/settings" className="plain-link">
      {t('settings.title')}
    </Link>
  );
  return (
    <Page
      kicker={kicker}
      title={t('leaders.title')}
      lede={t('leaders.lede')}
      actions={
        <Button variant="default" onClick={() => void navigate({ to: '/settings/handover' })}>
          {t('leaders.openHandover')}
        </Button>
      }
    >
      <Failure error={list.error} />
      {list.data && (
        <>
          <LeaderSheet leaders={list.data.leaders} />
          {list.data.people.length > 0 ? (
            <PeopleSheet {...list.data} />
          ) : (
            <Sheet>
              <Empty title={t('leaders.emptyTitle')}>{t('leaders.emptyText')}</Empty>
            </Sheet>
          )}
        </>
      )}
    </Page>
  );
}

function LeaderSheet({ leaders }: { leaders: readonly Leader[] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('leaders.sheet')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('leaders.leader')}</th>
            <th scope="col">{t('leaders.people')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('leaders.handOver')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {leaders.map((leader) => (
            <tr key={leader.id ?? 'school'}>
              <td>
                <strong>{leader.name}</strong>
                <LeaderLine leader={leader} />
              </td>
              <td>{t('leaders.peopleCount', { count: leader.people })}</td>
              <td className="leader-action">
                {leader.id && (
                  <Link
                    to="/settings/handover"
                    search={{ leader: leader.id }}
                    className="plain-link"
                    aria-label={t('leaders.handOverFrom', { name: leader.name })}
                  >
                    {t('leaders.handOver')}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function LeaderLine({ leader }: { leader: Leader }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, title, isSchoolLeader, leavingDate, hasLeft } = leader;
  return (
    <div className="soft small">
      {[title, isSchoolLeader && title !== t('leaders.schoolLeader') && t('leaders.schoolLeader')]
        .filter(Boolean)
        .join(' · ')}
      {leavingDate && (
        <>
          {' · '}
          <StateWord tone={hasLeft ? 'late' : 'partly'}>
            {t(hasLeft ? 'leaders.left' : 'leaders.leaves', { date: shortDate(leavingDate, language) })}
          </StateWord>
        </>
      )}
      {id === null && <div>{t('leaders.notOnList')}</div>}
    </div>
  );
}

/** What the list shows: everybody, a team, a category, or those one leader has. */
function shownBy(filter: string, people: readonly Person[]): readonly Person[] {
  const [kind, id] = filter.split(' ');
  if (kind === 'team') return people.filter(({ teams }) => teams.some((team) => team.id === id));
  if (kind === 'category') return people.filter(({ categoryId }) => categoryId === id);
  if (kind === 'leader') return people.filter(({ leaderId }) => (leaderId ?? 'school') === id);
  return people;
}

function PeopleSheet({ leaders, people }: List) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState(false);
  const shown = shownBy(filter, people);
  const ids = shown.map(({ employeeId }) => employeeId).filter((id) => chosen.has(id));
  const isAll = ids.length === shown.length && shown.length > 0;
  const choose = (employeeIds: readonly string[], isChosen: boolean) =>
    setChosen((now) => {
      const next = new Set(now);
      for (const id of employeeIds) isChosen ? next.add(id) : next.delete(id);
      return next;
    });
  return (
    <Sheet
      title={t('leaders.everybody')}
      aside={
        <Button disabled={ids.length === 0} onClick={() => setOpened(true)}>
          {t('leaders.setFor')}
        </Button>
      }
    >
      <div className="leader-filter">
        <Filter leaders={leaders} people={people} value={filter} onChange={setFilter} />
        <span className="soft small" role="status">
          {ids.length > 0 && t('leaders.chosen', { count: ids.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty title={t('leaders.noneShownTitle')}>{t('leaders.noneShownText')}</Empty>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="leader-check">
                <Checkbox
                  size="xs"
                  aria-label={t('leaders.chooseAll')}
                  checked={isAll}
                  indeterminate={ids.length > 0 && !isAll}
                  onChange={() =>
                    choose(
                      shown.map(({ employeeId }) => employeeId),
                      !isAll,
                    )
                  }
                />
              </th>
              <th scope="col">{t('leaders.employee')}</th>
              <th scope="col">{t('leaders.teams')}</th>
              <th scope="col">{t('leaders.leader')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <PersonRow
                key={person.employeeId}
                person={person}
                isChosen={chosen.has(person.employeeId)}
                onChoose={(isChosen) => choose([person.employeeId], isChosen)}
              />
            ))}
          </tbody>
        </table>
      )}
      {opened && (
        <SetLeaderDialog
          employeeIds={ids}
          title={t('leaders.setTitle', { count: ids.length })}
          onSet={() => setChosen(new Set())}
          onClose={() => setOpened(false)}
        />
      )}
    </Sheet>
  );
}

function PersonRow(props: { person: Person; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const { person, isChosen, onChoose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { employeeId, name, role, teams, leaderName, since, next } = person;
  return (
    <tr>
      <td className="leader-check">
        <Checkbox
          size="xs"
          aria-label={t('leaders.chooseOne', { name })}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <td>
        <Link to="/employees/$employeeId" params={{ employeeId }} className="plain-link">
          {name}
        </Link>
        <div className="soft small">{role}</div>
      </td>
      <td>{teams.map((team) => team.name).join(', ')}</td>
      <td>
        {leaderName}
        <div className="soft small">
          {[
            since && t('leaders.ofEmployee.since', { date: shortDate(since, language) }),
            next && t('leaders.next', { name: next.leaderName, date: shortDate(next.fromDate, language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
    </tr>
  );
}

type FilterProps = List & { value: string; onChange: (value: string) => void };

function Filter({ leaders, people, value, onChange }: FilterProps) {
  const { t } = useTranslation();
  const categories = useCall('categories', 'list', {});
  const teams = new Map(people.flatMap((person) => person.teams.map(({ id, name }) => [id, name] as const)));
  const inUse = new Set(people.map(({ categoryId }) => categoryId));
  return (
    <NativeSelect
      label={t('leaders.show')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('leaders.all') },
        {
          group: t('leaders.ofLeader'),
          items: leaders.map(({ id, name }) => ({ value: `leader ${id ?? 'school'}`, label: name })),
        },
        {
          group: t('leaders.teams'),
          items: [...teams]
            .sort((a, b) => danishOrder.compare(a[1], b[1]))
            .map(([id, name]) => ({ value: `team ${id}`, label: name })),
        },
        {
          group: t('leaders.categories'),
          items: (categories.data?.categories ?? [])
            .filter(({ id }) => inUse.has(id))
            .map(({ id, name }) => ({ value: `category ${id}`, label: name })),
        },
      ]}
    />
  );
}
