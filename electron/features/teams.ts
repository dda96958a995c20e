import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import type { teams as contract } from '@shared/contract/teams';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { employmentState, periodCovers } from '@shared/domain/employment';
import { groupBy } from '@shared/domain/group-by';
import { sameText } from '@shared/domain/table-import/cells';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../data/open';
import { employees, teamMemberships, teams } from '../data/schema/employees';
import { spiderTemplates } from '../data/schema/spiders';
import { agreements, talks } from '../data/schema/talks';
import type { Handlers } from './context';

const about = (id: string, action: string, fields: string[] = []) => ({
  action: `team.${action}`,
  entity: 'team',
  entityId: id,
  fields,
});

export const teamsHandlers: Handlers<typeof contract> = {
  list: (context) => listTeams(context.db, localDate(context.now())),

  save: (context, input) => ({
    id: context.write(
      (id) => about(id, input.id ? 'saved' : 'created', ['name', 'type']),
      (db) => saveTeam(db, input),
    ),
  }),

  remove: (context, { id }) => {
    context.write(about(id, 'removed'), (db) => {
      const team = listTeams(db, localDate(context.now())).find((one) => one.id === id);
      if (!team) throw notFound;
      const members = team.members.length;
      if (members > 0) {
        throw refuse('conflict', {
          da: `${team.name} har ${members} ${members === 1 ? 'medlem' : 'medlemmer'}. Flyt dem til et andet team, eller afslut deres medlemskab først.`,
          en: `${team.name} has ${members} ${members === 1 ? 'member' : 'members'}. Move them to another team or end their membership first.`,
        });
      }
      refuseUnfinished(db, team);
      db.update(teams).set({ removedAt: context.now().toISOString() }).where(eq(teams.id, id)).run();
    });
    return {};
  },

  restore: (context, { id }) => {
    context.write(about(id, 'restored'), (db) => {
      const { changes } = db.update(teams).set({ removedAt: null }).where(eq(teams.id, id)).run();
      if (changes === 0) throw notFound;
    });
    return {};
  },
};

/** What a team has promised is followed up on its page, so the page stays until that is done. */
function refuseUnfinished(db: Database, { id, name }: { id: string; name: string }): void {
  const openTalk = and(eq(talks.teamId, id), isNull(talks.closedAt), isNull(talks.removedAt));
  if (db.select({ id: talks.id }).from(talks).where(openTalk).get()) {
    throw refuse('conflict', {
      da: `${name} har en samtale, der ikke er lukket. Luk eller fjern den først.`,
      en: `${name} has a talk that is not closed. Close or remove it first.`,
    });
  }
  const open = and(eq(agreements.teamId, id), eq(agreements.state, 'open'), isNull(agreements.removedAt));
  if (db.select({ id: agreements.id }).from(agreements).where(open).get()) {
    throw refuse('conflict', {
      da: `${name} har aftaler, der ikke er fulgt op. Skriv på teamets side, hvordan det gik, og fjern så teamet.`,
      en: `${name} has agreements that are not followed up. Say on the team’s page what came of them, then remove the team.`,
    });
  }
}

function listTeams(db: Database, on: string): Output<typeof contract.list> {
  const members = db
    .select({
      teamId: teamMemberships.teamId,
      fromDate: teamMemberships.fromDate,
      toDate: teamMemberships.toDate,
      employeeId: employees.id,
      name: employees.name,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(teamMemberships)
    .innerJoin(employees, eq(teamMemberships.employeeId, employees.id))
    .where(isNull(employees.removedAt))
    .all()
    .filter((member) => periodCovers(member, on) && employmentState(member, on) !== 'former');
  const membersOf = groupBy(members, (member) => member.teamId);
  return db
    .select()
    .from(teams)
    .where(isNull(teams.removedAt))
    .all()
    .map(({ id, name, type, spiderTemplateId }) => ({
      id,
      name,
      type,
      spiderTemplateId,
      members: (membersOf.get(id) ?? [])
        .map(({ employeeId, name, fromDate }) => ({ employeeId, name, fromDate }))
        .sort((a, b) => danishOrder.compare(a.name, b.name)),
    }))
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

function saveTeam(db: Database, { id, ...values }: Input<typeof contract.save>): string {
  refuseUnknownSpider(db, values.spiderTemplateId);
  const all = db.select().from(teams).all();
  if (id !== undefined && !all.some((one) => one.id === id && one.removedAt === null)) throw notFound;
  const namesake = all.find((one) => one.id !== id && sameText(one.name, values.name));
  if (namesake && namesake.removedAt === null) {
    const text: Text = {
      da: `Der er allerede et team, der hedder ${namesake.name}. Vælg et andet navn.`,
      en: `There is already a team called ${namesake.name}. Choose another name.`,
    };
    throw refuse('conflict', text, { name: text });
  }
  if (id !== undefined) {
    // The removed namesake keeps a name nobody types, so that the name is free.
    if (namesake) {
      db.update(teams)
        .set({ name: `${namesake.name} (${namesake.id})` })
        .where(eq(teams.id, namesake.id))
        .run();
    }
    db.update(teams).set(values).where(eq(teams.id, id)).run();
    return id;
  }
  if (namesake) {
    db.update(teams)
      .set({ ...values, removedAt: null })
      .where(eq(teams.id, namesake.id))
      .run();
    return namesake.id;
  }
  const newId = randomUUID();
  db.insert(teams)
    .values({ id: newId, spiderTemplateId: null, ...values, removedAt: null })
    .run();
  return newId;
}

function refuseUnknownSpider(db: Database, spiderTemplateId: string | null | undefined): void {
  if (!spiderTemplateId) return;
  const known = db
    .select({ id: spiderTemplates.id })
    .from(spiderTemplates)
    .where(and(eq(spiderTemplates.id, spiderTemplateId), isNull(spiderTemplates.removedAt)))
    .get();
  if (known) return;
  const text: Text = {
    da: 'Kompetencespindet findes ikke længere. Vælg et andet.',
    en: 'The competence spider no longer exists. Choose another.',
  };
  throw refuse('not-found', text, { spiderTemplateId: text });
}

const notFound = refuse('not-found', {
  da: 'Teamet findes ikke længere. Gå tilbage til listen.',
  en: 'The team no longer exists. Go back to the list.',
});
