import type { OutputOf } from '@shared/contract';
import { foldForSearch, hasAllWords } from '@shared/domain/find-text';
import { groupBy } from '@shared/domain/group-by';
import { expertLevel } from '@shared/domain/programme-match';
import { eq, lte } from 'drizzle-orm';
import type { Database } from '../open';
import { employeeFunctions, teachingQualifications } from '../schema/employees';
import { enrolments } from '../schema/enrolments';
import { talks } from '../schema/talks';
import { enrolmentRows } from './enrolments';
import { personLevels } from './member-levels';
import { namedCompetences } from './programme';
import { staffOn } from './staff';

type Person = OutputOf<'programme', 'experts'>['people'][number];
type Reason = Person['reasons'][number];

/**
 * “Hvem kan hvad” (R001-05): everybody employed on the day who has a reason that holds all words of the question, in
 * Danish order. A level counts only from a talk whose two views have been shown; which level it is, is not told.
 */
export function expertsFor(db: Database, question: string, day: string): Person[] {
  if (question.trim() === '') return [];
  const reasons = groupBy(
    [...qualifications(db), ...functions(db), ...levels(db, day), ...courses(db)].filter(({ reason }) =>
      hasAllWords(foldForSearch(reason.what), question),
    ),
    ({ employeeId }) => employeeId,
  );
  return staffOn(db, day).flatMap(({ id, name, title, categoryName }) => {
    const own = reasons.get(id);
    if (!own) return [];
    return [{ employeeId: id, name, role: title || categoryName, reasons: own.map(({ reason }) => reason) }];
  });
}

type Known = { readonly employeeId: string; readonly reason: Reason };

const qualifications = (db: Database): Known[] =>
  db
    .select()
    .from(teachingQualifications)
    .all()
    .map(({ employeeId, subject, basis }) => ({
      employeeId,
      reason: { kind: basis, what: subject, on: null },
    }));

const functions = (db: Database): Known[] =>
  db
    .select()
    .from(employeeFunctions)
    .all()
    .map(({ employeeId, name }) => ({ employeeId, reason: { kind: 'function', what: name, on: null } }));

/** The newest level of each person in each competence, where it is high enough to ask her. */
function levels(db: Database, day: string): Known[] {
  const names = namedCompetences(db);
  const newest = new Map<string, ReturnType<typeof personLevels>['levels'][number]>();
  // Oldest talk first: of several the last one speaks.
  for (const one of personLevels(db, lte(talks.heldOn, day)).levels)
    newest.set(`${one.employeeId} ${one.axis.lineageId}`, one);
  return [...newest.values()]
    .filter(({ level, axis }) => level >= expertLevel(axis.scaleMax))
    .map(({ employeeId, axis, heldOn }) => ({
      employeeId,
      reason: { kind: 'level', what: names.get(axis.lineageId)?.name ?? axis.name, on: heldOn },
    }));
}

const courses = (db: Database): Known[] =>
  enrolmentRows(db, eq(enrolments.state, 'completed')).map(({ employeeId, title, endsOn }) => ({
    employeeId,
    reason: { kind: 'course', what: title, on: endsOn },
  }));
