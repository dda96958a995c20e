import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import type { staffImports as contract } from '@shared/contract/staff-imports';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { suggestMatching } from '@shared/domain/staff-import/columns';
import { type ImportTable, importLimits } from '@shared/domain/table-import/table';
import { refuse } from '@shared/domain/text';
import { desc, isNull, ne } from 'drizzle-orm';
import type { OpenDatabase } from '../../data/open';
import { staffImports } from '../../data/schema/employees';
import type { Context, Handlers } from '../context';
import { readTable } from '../import-file/read-table';
import { applyPlan } from './apply-import';
import { planTable, readStaff } from './plan-import';
import { undoImport } from './undo-import';

/** The one list that waits for a decision. It goes when the file is locked, with the open database it belongs to. */
const waiting = new WeakMap<OpenDatabase, { token: string; table: ImportTable }>();

export const staffImportsHandlers: Handlers<typeof contract> = {
  choose: async (context) => {
    const file = await context.machine.chooseFile('table', importLimits.bytes);
    if (!file) return null;
    const table = await readTable(file.bytes, file.name);
    const { open } = context.session;
    // Locked while the dialog was open: nothing of the list may stay in memory.
    if (!open) throw notWaiting;
    const token = randomUUID();
    waiting.set(open, { token, table });
    return {
      token,
      fileName: table.fileName,
      encoding: table.encoding ?? null,
      header: [...table.header],
      suggestion: suggestMatching(table.header),
      rowCount: table.rows.length,
      firstRows: table.rows
        .slice(0, 3)
        .map(({ cells }) => table.header.map((_, column) => cells[column] ?? '')),
    };
  },

  preview: (context, input) => preview(context, input),

  apply: (context, input) => {
    const table = waitingTable(context, input.token);
    const now = context.now();
    const today = localDate(now);
    const picture = readStaff(context.db, today);
    const planned = planTable(picture, table, input.matching);
    refuseProblems(planned.problems.length);
    const count = (kind: string) => planned.plan.items.filter((item) => item.kind === kind).length;
    const counts = { created: count('new'), updated: count('update'), unchanged: count('unchanged') };
    if (counts.created + counts.updated === 0) {
      forget(context);
      return { importId: null, ...counts };
    }

    const importId = randomUUID();
    context.write(
      {
        action: 'staffImport.applied',
        entity: 'staffImport',
        entityId: importId,
        fields: ['created', 'updated'],
      },
      (db) => {
        const images = applyPlan(db, planned.plan, picture, { now, today });
        // Only the latest import can be undone, so older ones need not keep what people were before.
        db.update(staffImports).set({ before: '' }).where(ne(staffImports.before, '')).run();
        db.insert(staffImports)
          .values({
            id: importId,
            importedAt: now.toISOString(),
            created: counts.created,
            updated: counts.updated,
            before: JSON.stringify(images),
            undoneAt: null,
          })
          .run();
      },
    );
    forget(context);
    return { importId, ...counts };
  },

  undo: (context, { importId }) => {
    context.write(
      { action: 'staffImport.undone', entity: 'staffImport', entityId: importId, fields: [] },
      (db) => undoImport(db, importId, context.now()),
    );
    return {};
  },

  latest: (context) => {
    const row = context.db
      .select()
      .from(staffImports)
      .where(isNull(staffImports.undoneAt))
      .orderBy(desc(staffImports.importedAt))
      .all()
      .find((one) => one.before !== '');
    return row
      ? { importId: row.id, importedAt: row.importedAt, created: row.created, updated: row.updated }
      : null;
  },

  cancel: (context, { token }) => {
    const { open } = context.session;
    if (open && waiting.get(open)?.token === token) waiting.delete(open);
    return {};
  },
};

function preview(context: Context, input: Input<typeof contract.preview>): Output<typeof contract.preview> {
  const table = waitingTable(context, input.token);
  const picture = readStaff(context.db, localDate(context.now()));
  const { plan, problems } = planTable(picture, table, input.matching);
  const language = context.language();
  const count = (kind: string) => plan.items.filter((item) => item.kind === kind).length;
  const nameOf = new Map(picture.employees.map((employee) => [employee.id, employee.name]));
  return {
    counts: {
      new: count('new'),
      update: count('update'),
      unchanged: count('unchanged'),
      problem: new Set(problems.map((problem) => problem.row)).size,
    },
    problems: problems.map(({ row, message }) => ({ row, message: message[language] })),
    rows: plan.items.map(({ row, kind, values, changes, warnings }) => ({
      row,
      kind,
      employeeNumber: values.employeeNumber,
      name: values.name,
      categoryName: values.categoryName,
      teamName: values.teamName,
      changes: changes.map(({ field, from, to }) => ({ field, from: plainValue(from), to: plainValue(to) })),
      warnings: warnings.map((warning) => warning.message[language]),
    })),
    newCategories: [...plan.newCategories],
    newTeams: [...plan.newTeams],
    // A list with problems does not tell who is absent: her row may be the one that cannot be read.
    absent:
      problems.length > 0 ? [] : plan.absent.map((id) => nameOf.get(id) ?? '').sort(danishOrder.compare),
  };
}

const plainValue = (value: string | number | readonly string[] | null) =>
  typeof value === 'object' && value !== null ? [...value] : value;

function waitingTable({ session }: Context, token: string): ImportTable {
  const found = session.open ? waiting.get(session.open) : undefined;
  if (found?.token !== token) throw notWaiting;
  return found.table;
}

function forget({ session }: Context): void {
  if (session.open) waiting.delete(session.open);
}

const notWaiting = refuse('not-found', {
  da: 'Filen er ikke længere åben i Spind. Vælg den igen.',
  en: 'The file is no longer open in Spind. Choose it again.',
});

function refuseProblems(problems: number): void {
  if (problems === 0) return;
  throw refuse('invalid', {
    da: `Der er ${problems === 1 ? 'én fejl' : `${problems} fejl`} i listen, så intet er importeret. Ret filen, og vælg den igen.`,
    en: `There ${problems === 1 ? 'is one error' : `are ${problems} errors`} in the list, so nothing has been imported. Correct the file and choose it again.`,
  });
}
