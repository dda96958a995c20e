import { createHash, randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import {
  type handover as contract,
  type HandoverFile,
  type HandoverPack,
  type HandoverUnit,
  handoverFileVersion,
} from '@shared/contract/handover';
import { localDate } from '@shared/domain/dates';
import { dayText } from '@shared/domain/day-text';
import { employmentState } from '@shared/domain/employment';
import { handOverPeriods } from '@shared/domain/leader-periods';
import { areAtOnce } from '@shared/domain/season-plan/book';
import { refuse, type Text } from '@shared/domain/text';
import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { allPeriods, changePeriods, type PeriodImages } from '../data/leader-periods';
import type { Database } from '../data/open';
import { handoverDay, handoverPack, openTalksOf, peopleLedBy, theLeader } from '../data/queries/handover';
import { employees } from '../data/schema/employees';
import { handovers } from '../data/schema/handovers';
import { schools } from '../data/schema/school';
import { talks } from '../data/schema/talks';
import { settleHandovers } from '../data/settle-handovers';
import { type TalkImage, undoHandover } from '../data/undo-handover';
import type { Context, Handlers } from './context';

const about = (action: string, entityId: string, fields: string[]) => ({
  action: `handover.${action}`,
  entity: 'handover',
  entityId,
  fields,
});

export const handoverHandlers: Handlers<typeof contract> = {
  preview(context, input) {
    const { db } = context;
    const question = { ...input, today: localDate(context.now()) };
    const { moving, kept } = talksToMove(db, question);
    const row = ({ id, name, heldOn, startsAt }: (typeof moving)[number]) => ({ id, name, heldOn, startsAt });
    return {
      pack: handoverPack(db, question),
      moving: moving.length,
      movesNewLeader: peopleLedBy(db, input.leaderId, handoverDay(question)).some(
        ({ id }) => id === input.toLeaderId,
      ),
      kept: kept.map(row),
      clashes: clashes(db, moving, input.toLeaderId).map(row),
    };
  },

  async dataFile(context, input) {
    const today = localDate(context.now());
    const file = fileOf(handoverPack(context.db, { ...input, today }), context.now());
    const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
    const carriedOut = await context.machine.saveFile('data', `overdragelse-${input.onDate}.json`, bytes);
    if (carriedOut) {
      context.write(about('data-saved', input.leaderId, Object.keys(file.parts)), () => undefined);
    }
    return { carriedOut };
  },

  carryOut: (context, input) => carryOut(context, input),

  undo(context, { id }) {
    context.write(about('undone', id, ['responsibleLeaders', 'talks', 'school']), (db) =>
      undoHandover(db, id, context.now()),
    );
    return {};
  },

  list({ db }) {
    const [from, to] = [alias(employees, 'from_leader'), alias(employees, 'to_leader')];
    const rows = db
      .select({ row: handovers, fromName: from.name, toName: to.name })
      .from(handovers)
      .innerJoin(from, eq(from.id, handovers.leaderId))
      .innerJoin(to, eq(to.id, handovers.toLeaderId))
      .orderBy(desc(handovers.carriedOutAt))
      .all();
    return {
      handovers: rows.map(({ row, fromName, toName }) => ({
        id: row.id,
        fromName,
        toName,
        onDate: row.onDate,
        people: row.people,
        talks: row.talks,
        carriedOutAt: row.carriedOutAt,
        undoneAt: row.undoneAt,
        awaitsDay: row.leadsSchool && row.schoolBefore === '' && row.undoneAt === null,
      })),
    };
  },
};

type Question = { leaderId: string; toLeaderId: string | null; onDate: string; today: string };

/** Her talks from the first day of the new leader on that nobody has closed; nobody gets a talk with herself. */
function talksToMove(db: Database, { leaderId, toLeaderId, onDate }: Question) {
  const open = openTalksOf(db, theLeader(db, leaderId)).filter(({ heldOn }) => heldOn >= onDate);
  const isOwn = (talk: (typeof open)[number]) => toLeaderId !== null && talk.employeeId === toLeaderId;
  return { moving: open.filter((talk) => !isOwn(talk)), kept: open.filter(isOwn) };
}

/** Talks that would put the new leader in two places at a time. */
function clashes<T extends { heldOn: string; startsAt: string; minutes: number }>(
  db: Database,
  moving: readonly T[],
  toLeaderId: string | null,
): T[] {
  const first = moving[0];
  if (toLeaderId === null || !first) return [];
  const own = db
    .select({ heldOn: talks.heldOn, startsAt: talks.startsAt, minutes: talks.minutes })
    .from(talks)
    .where(and(eq(talks.leaderId, toLeaderId), isNull(talks.removedAt), gte(talks.heldOn, first.heldOn)))
    .all();
  return moving.filter((talk) => own.some((other) => areAtOnce(talk, other)));
}

function carryOut(
  context: Context,
  input: Input<typeof contract.carryOut>,
): Output<typeof contract.carryOut> {
  const now = context.now();
  const today = localDate(now);
  const { leaderId, toLeaderId, onDate } = input;
  const id = randomUUID();
  return context.write(about('carried-out', id, ['responsibleLeaders', 'talks', 'school']), (db) => {
    const from = theLeader(db, leaderId);
    const to = theLeader(db, toLeaderId);
    refuseUnfit(from.id, to, onDate);
    if (from.isSchoolLeader) refuseSecond(db);
    const school = db.select().from(schools).get();
    const images: PeriodImages = { before: [], after: [] };
    const people = movePeople(db, { leaderId, toLeaderId, onDate, today }, from.isSchoolLeader, images);
    const moved = moveTalks(db, { leaderId, toLeaderId, onDate, today }, to);
    if (images.after.length + images.before.length + moved.length === 0 && !from.isSchoolLeader) {
      throw refuse('conflict', {
        da: `${from.name} har ikke ansvar for nogen fra den dag, og ingen planlagte samtaler. Der er intet at overdrage.`,
        en: `${from.name} is responsible for nobody from that day and has no planned talks. There is nothing to hand over.`,
      });
    }
    db.insert(handovers)
      .values({
        id,
        leaderId,
        toLeaderId,
        onDate,
        people,
        talks: moved.length,
        leadsSchool: from.isSchoolLeader,
        leaderTitle: input.leaderTitle?.trim() || (school?.leaderTitle ?? ''),
        schoolBefore: '',
        images: JSON.stringify({ periods: images, talks: moved }),
        carriedOutAt: now.toISOString(),
      })
      .run();
    settleHandovers(db, today, { at: now.toISOString(), actor: context.session.state });
    return { id, people, talks: moved.length };
  });
}

function refuseUnfit(
  leaderId: string,
  to: { id: string; name: string; employmentDate: string; leavingDate: string | null },
  onDate: string,
): void {
  const state = employmentState(to, onDate);
  const [day, begins] = [dayText(onDate), dayText(to.employmentDate)];
  let text: Text | null = null;
  if (to.id === leaderId) {
    text = {
      da: 'Vælg en anden end den, der overdrager. Står den nye leder ikke på personalelisten, så opret hende dér først.',
      en: 'Choose somebody else than the one who hands over. If the new leader is not on the staff list, add her there first.',
    };
  } else if (state === 'former') {
    text = {
      da: `${to.name} er fratrådt ${day.da}. Vælg en anden ny leder.`,
      en: `${to.name} has left by ${day.en}. Choose another new leader.`,
    };
  } else if (state === 'coming') {
    text = {
      da: `${to.name} er først ansat fra ${begins.da}. Vælg den dag eller en senere, eller ret ansættelsesdatoen.`,
      en: `${to.name} is not employed before ${begins.en}. Choose that day or a later one, or correct the date of employment.`,
    };
  }
  if (text) throw refuse('invalid', text, { [state === 'coming' ? 'onDate' : 'toLeaderId']: text });
}

/** The school has one next leader at a time. */
function refuseSecond(db: Database): void {
  const waiting = db
    .select({ onDate: handovers.onDate })
    .from(handovers)
    .where(and(eq(handovers.leadsSchool, true), eq(handovers.schoolBefore, ''), isNull(handovers.undoneAt)))
    .get();
  if (!waiting) return;
  const day = dayText(waiting.onDate);
  throw refuse('conflict', {
    da: `Skolen får allerede en ny leder ${day.da}. Fortryd den overdragelse først.`,
    en: `The school already gets a new leader on ${day.en}. Undo that handover first.`,
  });
}

/** Gives on everybody who is hers; answers how many. */
function movePeople(
  db: Database,
  question: { leaderId: string; toLeaderId: string; onDate: string; today: string },
  leadsSchool: boolean,
  images: PeriodImages,
): number {
  const { leaderId, toLeaderId } = question;
  const schoolMadeOn = db.select({ at: schools.createdAt }).from(schools).get()?.at;
  const since = localDate(new Date(schoolMadeOn ?? question.onDate));
  const periods = allPeriods(db);
  let people = 0;
  for (const employee of peopleLedBy(db, leaderId, handoverDay(question))) {
    // Spind knows of nothing before the school was made in it, and of nobody before she was employed.
    const knownSince = employee.employmentDate > since ? employee.employmentDate : since;
    const change = handOverPeriods(periods.get(employee.id) ?? [], {
      ...question,
      employeeId: employee.id,
      schoolSince: leadsSchool ? knownSince : null,
    });
    if (!change) continue;
    changePeriods(db, employee.id, change, images);
    if (employee.id !== toLeaderId) people += 1;
  }
  return people;
}

/** Planned talks get their new leader; a talk that is closed is history and is not among them. */
function moveTalks(db: Database, question: Question, to: { id: string; name: string }): TalkImage[] {
  return talksToMove(db, question).moving.map(({ id, leaderId, leaderName }) => {
    db.update(talks).set({ leaderId: to.id, leaderName: to.name }).where(eq(talks.id, id)).run();
    return { id, leaderId, leaderName, toLeaderId: to.id, toLeaderName: to.name };
  });
}

const hashOf = (part: unknown) => createHash('sha256').update(JSON.stringify(part), 'utf8').digest('hex');

/** The pack as a file for other programs, in flat lists with the unit on each row. */
function fileOf(pack: HandoverPack, now: Date): HandoverFile {
  const flat = <T extends object>(of: (unit: HandoverUnit) => readonly T[]) =>
    pack.units.flatMap((unit) => of(unit).map((row) => ({ unit: unit.name, ...row })));
  const parts = {
    promises: flat((unit) => unit.promises),
    dueTalks: flat((unit) => unit.dueTalks),
    plannedTalks: flat((unit) => unit.plannedTalks),
    plans: flat((unit) => unit.plans),
  };
  return {
    format: 'spind-handover',
    schemaVersion: handoverFileVersion,
    generatedAt: now.toISOString(),
    school: { name: pack.schoolName, municipality: pack.municipality },
    from: pack.from,
    to: pack.to,
    onDate: pack.onDate,
    counts: pack.counts,
    parts,
    sha256: {
      promises: hashOf(parts.promises),
      dueTalks: hashOf(parts.dueTalks),
      plannedTalks: hashOf(parts.plannedTalks),
      plans: hashOf(parts.plans),
    },
  };
}
