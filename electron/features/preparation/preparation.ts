import type { preparation as contract } from '@shared/contract/preparation';
import { danishOrder } from '@shared/domain/danish-order';
import { groupBy } from '@shared/domain/group-by';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { isRevealed } from '../../data/queries/ratings';
import { subjectName } from '../../data/queries/subjects';
import { type TalkRow, theTalk } from '../../data/queries/the-talk';
import { employees } from '../../data/schema/employees';
import { preparationAnswers, preparationSheets } from '../../data/schema/preparation';
import { talks } from '../../data/schema/talks';
import type { Handlers } from '../context';
import { asked, handBackBy, invitedTo, openTalk, teamsOf } from './asked';
import { applySheets, chooseSheets, forgetSheets } from './import-sheets';
import { makeSheets, stopMaking } from './make-sheets';

/** Invitations and preparation sheets: made, handed back, read (R003-08, R002-07, DOMAIN 4.4). */
export const preparationHandlers: Handlers<typeof contract> = {
  choices({ db }) {
    const open = db
      .select()
      .from(talks)
      .where(and(isNull(talks.closedAt), isNull(talks.removedAt)))
      .orderBy(asc(talks.heldOn), asc(talks.startsAt))
      .all();
    const sheets = groupBy(sheetsOf(db, open), ({ talkId }) => talkId);
    return {
      talks: open.map((talk) => {
        const own = sheets.get(talk.id) ?? [];
        return {
          talkId: talk.id,
          kind: talk.kind,
          withName: subjectName(db, talk),
          heldOn: talk.heldOn,
          sheets: invitedTo(db, talk).length,
          made: new Set(own.map(({ employeeId }) => employeeId)).size,
          imported: own.filter(({ importedAt }) => importedAt !== null).length,
          teams: teamsOf(db, talk),
        };
      }),
    };
  },

  make: makeSheets,

  cancel(context) {
    stopMaking(context);
    return {};
  },

  choose: chooseSheets,
  apply: applySheets,

  forget(context, { token }) {
    forgetSheets(context, token);
    return {};
  },

  answers({ db }, { talkId }) {
    const talk = theTalk(db, talkId);
    const sheets = sheetsOf(db, [talk]);
    const texts = groupBy(
      db
        .select()
        .from(preparationAnswers)
        .innerJoin(preparationSheets, eq(preparationSheets.id, preparationAnswers.sheetId))
        .where(eq(preparationSheets.talkId, talkId))
        .all()
        .map((row) => row.preparation_answers),
      ({ sheetId }) => sheetId,
    );
    return {
      isClosed: talk.closedAt !== null,
      invited: invitedTo(db, talk).length,
      madeAt:
        sheets
          .map(({ madeAt }) => madeAt)
          .sort()
          .at(-1) ?? null,
      handBackBy: handBackBy(db, talk.heldOn),
      people: sheets
        .flatMap(({ id, importedAt, employeeName, asked: asks }) => {
          if (importedAt === null) return [];
          const { competences, questions } = asked.parse(JSON.parse(asks));
          const rows = texts.get(id) ?? [];
          return [
            {
              sheetId: id,
              employeeName,
              importedAt,
              hasRatings: competences.length > 0,
              // In the order they were asked; what she left out is left out.
              answers: questions.flatMap(({ key }) =>
                rows.filter((row) => row.key === key).map(({ question, text }) => ({ key, question, text })),
              ),
            },
          ];
        })
        .sort((a, b) => danishOrder.compare(a.employeeName, b.employeeName)),
    };
  },

  takeBack: (context, { sheetId }) =>
    context.write(
      { action: 'preparation.takenBack', entity: 'preparationSheet', entityId: sheetId, fields: ['answers'] },
      (db) => {
        const sheet = db.select().from(preparationSheets).where(eq(preparationSheets.id, sheetId)).get();
        if (!sheet || sheet.importedAt === null) {
          throw refuse('not-found', {
            da: 'Der er ikke længere noget at fjerne. Arket er ikke importeret.',
            en: 'There is nothing left to remove. The sheet has not been imported.',
          });
        }
        openTalk(db, sheet.talkId);
        db.delete(preparationAnswers).where(eq(preparationAnswers.sheetId, sheetId)).run();
        const ratingsStay =
          asked.parse(JSON.parse(sheet.asked)).competences.length > 0 && isRevealed(db, sheet.talkId);
        // With its ratings shown it has counted for good; with words alone it can be handed in again.
        if (!ratingsStay)
          db.update(preparationSheets)
            .set({ importedAt: null })
            .where(eq(preparationSheets.id, sheetId))
            .run();
        return { ratingsStay };
      },
    ),
};

const sheetsOf = (db: Database, of: readonly TalkRow[]) =>
  db
    .select({
      id: preparationSheets.id,
      talkId: preparationSheets.talkId,
      employeeId: preparationSheets.employeeId,
      employeeName: employees.name,
      asked: preparationSheets.asked,
      madeAt: preparationSheets.madeAt,
      importedAt: preparationSheets.importedAt,
    })
    .from(preparationSheets)
    .innerJoin(employees, eq(employees.id, preparationSheets.employeeId))
    .where(
      inArray(
        preparationSheets.talkId,
        of.map(({ id }) => id),
      ),
    )
    .all();
