import type { PreparationPrint } from '@shared/contract/print-preparation';
import { addDays } from '@shared/domain/dates';
import { fieldName, levelChoices, longest, preparationQuestions } from '@shared/domain/preparation';
import { usualRights } from '@shared/domain/talk-frequency';
import { talkKinds } from '@shared/domain/talk-kinds';
import { type Language, refuse } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../data/open';
import { rightsOf } from '../../data/queries/due';
import { readContent } from '../../data/queries/spiders';
import { spiderName, teamsOn, theEmployee } from '../../data/queries/staff';
import { membersOn, subjectName } from '../../data/queries/subjects';
import { ratingLeadDays } from '../../data/queries/talks';
import { type TalkRow, theTalk } from '../../data/queries/the-talk';
import { employees } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { talkParticipants } from '../../data/schema/talks';
import type { FormField } from './form-fields';

/** Everything a sheet asks, kept with it, so that answers are read as they were asked. */
export const asked = z.object({
  format: z.literal(1),
  language: z.enum(['da', 'en']),
  kind: z.enum(talkKinds),
  /** The wording of the spider the competences are from; null without one. */
  versionId: z.string().nullable(),
  scaleMax: z.number().int(),
  competences: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      choices: z.array(z.object({ value: z.string(), text: z.string() })),
    }),
  ),
  questions: z.array(z.object({ key: z.string(), question: z.string() })),
});
export type Asked = z.infer<typeof asked>;

/** A talk that can have a preparation sheet. Refuses one that is gone or closed. */
export function openTalk(db: Database, talkId: string): TalkRow {
  const talk = theTalk(db, talkId);
  if (talk.closedAt !== null) {
    throw refuse('conflict', {
      da: `Samtalen med ${subjectName(db, talk)} er lukket, så der er intet at forberede.`,
      en: `The talk with ${subjectName(db, talk)} is closed, so there is nothing to prepare.`,
    });
  }
  return talk;
}

/** Who gets a sheet before a talk: the employee, or everybody who takes part with the team but the one who leads it. */
export function invitedTo(db: Database, talk: TalkRow): { id: string; name: string }[] {
  if (talk.employeeId !== null) return [{ id: talk.employeeId, name: subjectName(db, talk) }];
  const chosen = db
    .select({ id: employees.id, name: employees.name })
    .from(talkParticipants)
    .innerJoin(employees, eq(employees.id, talkParticipants.employeeId))
    .where(and(eq(talkParticipants.talkId, talk.id), isNull(employees.removedAt)))
    .orderBy(asc(employees.name))
    .all();
  const all = chosen.length > 0 ? chosen : membersOn(db, talk.teamId ?? '', talk.heldOn);
  return all.filter(({ id }) => id !== talk.leaderId);
}

/** What one person is asked before a talk. A team rates itself together, so only an employee's own talk has a spider. */
export function askedBefore(db: Database, talk: TalkRow, language: Language): Asked {
  const versionId = talk.employeeId !== null ? talk.templateVersionId : null;
  const spider = versionId ? readContent(db, versionId) : null;
  const scaleMax = spider?.content.scaleMax ?? 5;
  return {
    format: 1,
    language,
    kind: talk.kind,
    versionId,
    scaleMax,
    competences: (spider?.axes ?? []).map(({ competenceId, name, descriptors }) => ({
      id: competenceId,
      name,
      choices: levelChoices(descriptors, scaleMax, language),
    })),
    questions: preparationQuestions(talk.kind).map(({ key, text }) => ({ key, question: text[language] })),
  };
}

/** Everything the sheet prints. */
export function printedSheet(
  db: Database,
  talk: TalkRow,
  { employeeId, sheetId, asks }: { employeeId: string; sheetId: string; asks: Asked },
): PreparationPrint {
  const school = db.select().from(schools).get();
  if (!school) {
    throw refuse('not-found', {
      da: 'Skolens oplysninger mangler. Skriv dem under Indstillinger.',
      en: 'The school’s details are missing. Enter them under Settings.',
    });
  }
  const employee = theEmployee(db, employeeId);
  const isTeam = talk.teamId !== null;
  return {
    schoolName: school.name,
    municipality: school.municipality,
    kind: talk.kind,
    employeeName: employee.name,
    employeeRole: employee.title || employee.categoryName,
    teamName: isTeam ? subjectName(db, talk) : '',
    leaderName: talk.leaderName,
    leaderTitle: talk.leaderName === school.leaderName ? school.leaderTitle : '',
    participants: invitedTo(db, talk).map(({ name }) => name),
    others: talk.others,
    heldOn: talk.heldOn,
    startsAt: talk.startsAt,
    minutes: talk.minutes,
    place: talk.place,
    purpose: talk.purpose,
    agenda: talk.agenda,
    notForDiscussion: talk.notForDiscussion,
    rights: rightsOf(db, employeeId, talk.heldOn) || usualRights[asks.language],
    handBackBy: handBackBy(db, talk.heldOn),
    sheetCode: codeOf(sheetId),
    spider: spiderOf(db, asks),
    questions: asks.questions.map(({ question }) => question),
  };
}

/** The day both ratings are due before a talk. */
export const handBackBy = (db: Database, heldOn: string): string => addDays(heldOn, -ratingLeadDays(db));

/** How people name a sheet: `7F3A 91C2`. */
export const codeOf = (sheetId: string) =>
  (sheetId.replaceAll('-', '').slice(0, 8).toUpperCase().match(/.{4}/g) ?? []).join(' ');

/** The fields of the form, in the order of the sheet. */
export function fieldsOf({ language, competences, questions }: Asked): FormField[] {
  const called = (what: { da: string; en: string }, name: string) => `${what[language]}: ${name}`;
  return [
    ...competences.flatMap(({ name, choices }, index): FormField[] => [
      { name: fieldName.level(index), label: called({ da: 'Niveau', en: 'Level' }, name), choices },
      {
        name: fieldName.comment(index),
        label: called({ da: 'Bemærkning', en: 'Comment' }, name),
        maxLength: longest.comment,
      },
    ]),
    ...questions.map(({ question }, index) => ({
      name: fieldName.answer(index),
      label: question,
      maxLength: longest.answer,
    })),
  ];
}

function spiderOf(db: Database, { versionId, competences }: Asked): PreparationPrint['spider'] {
  if (!versionId || competences.length === 0) return null;
  const { content, axes } = readContent(db, versionId);
  return {
    name: spiderName(db, versionId) ?? '',
    scaleMax: content.scaleMax,
    competences: axes.map(({ name, domain, target, descriptors }) => ({ name, domain, target, descriptors })),
  };
}

/** Names of an employee's teams, or of the team a talk is with, to choose sheets by. */
export const teamsOf = (db: Database, talk: TalkRow): string[] =>
  talk.employeeId === null ? [subjectName(db, talk)] : teamsOn(db, talk.employeeId, talk.heldOn);
