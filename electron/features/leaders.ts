import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import type { leaders as contract } from '@shared/contract/leaders';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { dayText } from '@shared/domain/day-text';
import { employmentState, periodCovers } from '@shared/domain/employment';
import { type LeaderPeriod, leadFrom } from '@shared/domain/leader-periods';
import { Refusal, refuse, type Text } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import {
  allPeriods,
  changePeriods,
  type PeriodImages,
  periodsChangedSince,
  restorePeriods,
} from '../data/leader-periods';
import type { Database, OpenDatabase } from '../data/open';
import { peopleLedBy, rolesOf } from '../data/queries/handover';
import { schoolLeader } from '../data/queries/leaders';
import { theEmployee } from '../data/queries/staff';
import { membershipsOn, membersOn, teamsByName, theTeam } from '../data/queries/subjects';
import { employees, staffCategories } from '../data/schema/employees';
import type { Handlers } from './context';

/** The one change that can be taken back. It goes when the file is locked. */
const lastChange = new WeakMap<OpenDatabase, { undoId: string; images: PeriodImages }>();

export const leadersHandlers: Handlers<typeof contract> = {
  list: (context) => listLeaders(context.db, localDate(context.now())),

  forEmployee: (context, { employeeId }) =>
    leadersOfEmployee(context.db, employeeId, localDate(context.now())),

  set(context, { who, leaderId, fromDate }) {
    const { open } = context.session;
    const today = localDate(context.now());
    const from = fromDate ?? today;
    const images: PeriodImages = { before: [], after: [] };
    const undoId = randomUUID();
    const counts = context.write(
      {
        action: 'leader.set',
        entity: 'responsibleLeader',
        entityId: leaderId ?? 'school',
        fields: ['leaderId', 'fromDate', ...Object.keys(who)],
      },
      (db) => {
        if (leaderId !== null) refuseUnfit(db, leaderId, from);
        const chosen = peopleMeant(db, who, { leaderId, from });
        const periods = allPeriods(db);
        let changed = 0;
        for (const { id, name } of chosen) {
          const change = namingOne(name, chosen.length, () =>
            leadFrom(periods.get(id) ?? [], { leaderId, from, today }),
          );
          if (!change) continue;
          changePeriods(db, id, change, images);
          changed += 1;
        }
        return { changed, unchanged: chosen.length - changed };
      },
    );
    if (open && counts.changed > 0) lastChange.set(open, { undoId, images });
    return { ...counts, undoId: counts.changed > 0 ? undoId : null };
  },

  undo(context, { undoId }) {
    const { open } = context.session;
    const last = open && lastChange.get(open);
    if (!open || last?.undoId !== undoId) {
      throw refuse('not-found', {
        da: 'Den ændring kan ikke fortrydes mere. Vælg lederen igen.',
        en: 'That change can no longer be undone. Choose the leader again.',
      });
    }
    context.write(
      { action: 'leader.set-undone', entity: 'responsibleLeader', entityId: undoId, fields: ['leaderId'] },
      (db) => {
        if (periodsChangedSince(db, last.images).length > 0) {
          throw refuse('conflict', {
            da: 'Nogen af dem har fået en anden leder siden, så ændringen kan ikke fortrydes samlet. Vælg lederen igen.',
            en: 'Some of them have got another leader since, so the change cannot be undone as a whole. Choose the leader again.',
          });
        }
        restorePeriods(db, last.images);
      },
    );
    lastChange.delete(open);
    return {};
  },
};

function listLeaders(db: Database, today: string): Output<typeof contract.list> {
  const head = schoolLeader(db);
  const periods = allPeriods(db);
  const roles = rolesOf(db);
  const staff = db.select().from(employees).where(isNull(employees.removedAt)).all();
  const byId = new Map(staff.map((employee) => [employee.id, employee]));
  const teams = teamsByName(db);
  const memberships = membershipsOn(db, today);
  const coveringOf = (employeeId: string) =>
    (periods.get(employeeId) ?? []).find(
      (period) => periodCovers(period, today) && byId.has(period.leaderId),
    );

  const people = staff
    .filter((employee) => employee.id !== head.id && employmentState(employee, today) !== 'former')
    .sort((a, b) => danishOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map(({ id, name, categoryId }) => {
      const covering = coveringOf(id);
      return {
        employeeId: id,
        name,
        role: roles.get(id) ?? '',
        categoryId,
        teams: teams
          .filter((team) => memberships.get(id)?.includes(team.id))
          .map((team) => ({ id: team.id, name: team.name })),
        leaderId: covering?.leaderId ?? head.id,
        leaderName: covering ? (byId.get(covering.leaderId)?.name ?? '') : head.name,
        since: covering?.fromDate ?? null,
        next: nextOf(periods.get(id) ?? [], today, (leaderId) => byId.get(leaderId)?.name ?? ''),
      };
    });

  const leaderIds = new Set(
    [...periods.values()]
      .flat()
      .filter(({ toDate }) => toDate === null || toDate >= today)
      .map(({ leaderId }) => leaderId),
  );
  const others = [...leaderIds]
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ id }) => id !== head.id)
    .sort((a, b) => danishOrder.compare(a.name, b.name));
  const count = (leaderId: string | null) => people.filter((one) => one.leaderId === leaderId).length;
  const headRow = head.id === null ? undefined : byId.get(head.id);
  return {
    leaders: [
      {
        ...head,
        isSchoolLeader: true,
        people: count(head.id),
        leavingDate: headRow?.leavingDate ?? null,
        hasLeft: headRow ? employmentState(headRow, today) === 'former' : false,
      },
      ...others.map((leader) => ({
        id: leader.id,
        name: leader.name,
        title: roles.get(leader.id) ?? '',
        isSchoolLeader: false,
        people: count(leader.id),
        leavingDate: leader.leavingDate,
        hasLeft: employmentState(leader, today) === 'former',
      })),
    ],
    people,
  };
}

function nextOf(periods: readonly LeaderPeriod[], today: string, nameOf: (id: string) => string) {
  const next = periods
    .filter(({ fromDate }) => fromDate > today)
    .sort((a, b) => a.fromDate.localeCompare(b.fromDate))[0];
  return next ? { leaderName: nameOf(next.leaderId), fromDate: next.fromDate } : null;
}

function leadersOfEmployee(
  db: Database,
  employeeId: string,
  today: string,
): Output<typeof contract.forEmployee> {
  const employee = theEmployee(db, employeeId);
  const head = schoolLeader(db);
  const names = new Map(
    db
      .select({ id: employees.id, name: employees.name })
      .from(employees)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const own = [...(allPeriods(db).get(employeeId) ?? [])].sort((a, b) =>
    b.fromDate.localeCompare(a.fromDate),
  );
  const covering = own.find((period) => periodCovers(period, today));
  return {
    isSchoolLeader: employeeId === head.id,
    leaderId: covering?.leaderId ?? head.id,
    leaderName: covering ? (names.get(covering.leaderId) ?? '') : head.name,
    periods: own.map(({ id, leaderId, fromDate, toDate }) => ({
      id,
      leaderId,
      leaderName: names.get(leaderId) ?? '',
      fromDate,
      toDate,
    })),
    people: peopleLedBy(db, employeeId, today).length,
    leavingDate: employee.leavingDate,
  };
}

/** A leader has to be there on the day she begins to lead. */
function refuseUnfit(db: Database, leaderId: string, from: string): void {
  const leader = theEmployee(db, leaderId);
  const state = employmentState(leader, from);
  if (state === 'current') return;
  const [day, begins] = [dayText(from), dayText(leader.employmentDate)];
  const text: Text =
    state === 'former'
      ? {
          da: `${leader.name} er fratrådt ${day.da}. Vælg en anden leder.`,
          en: `${leader.name} has left by ${day.en}. Choose another leader.`,
        }
      : {
          da: `${leader.name} er først ansat fra ${begins.da}. Vælg den dag eller en senere.`,
          en: `${leader.name} is not employed before ${begins.en}. Choose that day or a later one.`,
        };
  throw refuse('invalid', text, { [state === 'former' ? 'leaderId' : 'fromDate']: text });
}

type Meant = { leaderId: string | null; from: string };

/** The employees that are meant, without the leader herself and without the school's leader, who has none in it. */
function peopleMeant(db: Database, who: Input<typeof contract.set>['who'], { leaderId, from }: Meant) {
  const head = schoolLeader(db).id;
  const all = 'teamId' in who ? teamPeople(db, who.teamId, from) : chosenPeople(db, who, from);
  const chosen = all.filter(({ id }) => id !== head && id !== leaderId);
  if (chosen.length > 0) return chosen;
  throw refuse(
    'invalid',
    all.length > 0
      ? {
          da: 'Ingen kan være sin egen leder, og skolens leder har ingen leder i Spind. Vælg andre.',
          en: 'Nobody can be her own leader, and the school’s leader has none in Spind. Choose others.',
        }
      : {
          da: 'Der er ingen medarbejdere at vælge leder for her den dag.',
          en: 'There are no employees here on that day to choose a leader for.',
        },
  );
}

function teamPeople(db: Database, teamId: string, from: string) {
  theTeam(db, teamId);
  return membersOn(db, teamId, from);
}

function chosenPeople(
  db: Database,
  who: { employeeIds: string[] } | { categoryId: string },
  from: string,
): { id: string; name: string }[] {
  if ('employeeIds' in who) return [...new Set(who.employeeIds)].map((id) => theEmployee(db, id));
  const category = db
    .select({ id: staffCategories.id })
    .from(staffCategories)
    .where(and(eq(staffCategories.id, who.categoryId), isNull(staffCategories.removedAt)))
    .get();
  if (!category) {
    throw refuse('not-found', {
      da: 'Kategorien findes ikke længere. Vælg en anden.',
      en: 'The category no longer exists. Choose another.',
    });
  }
  return db
    .select()
    .from(employees)
    .where(and(eq(employees.categoryId, category.id), isNull(employees.removedAt)))
    .all()
    .filter((employee) => employmentState(employee, from) !== 'former')
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

/** A refusal about one of many says which. */
function namingOne<T>(name: string, count: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (count === 1 || !(error instanceof Refusal)) throw error;
    const { text } = error;
    const named = { da: `${name}: ${text.da}`, en: `${name}: ${text.en}` };
    throw refuse('conflict', named, { fromDate: named });
  }
}
