import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import type { staffImports as contract } from '@shared/contract/staff-imports';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { suggestMatching } from '@shared/domain/staff-import/columns';
import { type ImportTable, importLimits } from '@shared/domain/table-import/table';
import { desc, isNull, ne } from 'drizzle-orm';
import { staffImports } from '../../data/schema/employees';
import type { Context, Handlers } from '../context';
import { readTable } from '../import-file/read-table';
import { refuseProblems, waitingList } from '../import-file/waiting-list';
import { applyPlan } from './apply-import';
import { planTable, readStaff } from './plan-import';
import { undoImport } from './undo-import';

const waiting = waitingList<ImportTable>();

export const staffImportsHandlers: Handlers<typeof contract> = {
  choose: async (context) => {
    const file = await context.machine.chooseFile('table', importLimits.bytes);
    if (!file) return null;
    const table = await readTable(file.bytes, file.name);
    const token = waiting.keep(context, table);
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
    const table = waiting.of(context, input.token);
    const now = context.now();
    const today = localDate(now);
    const picture = readStaff(context.db, today);
    const planned = planTable(picture, table, input.matching);
    refuseProblems(planned.problems.length, 'staff');
    const count = (kind: string) => planned.plan.items.filter((item) => item.kind === kind).length;
    const counts = { created: count('new'), updated: count('update'), unchanged: count('unchanged') };
    if (counts.created + counts.updated === 0) {
      waiting.forget(context, input.token);
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
    waiting.forget(context, input.token);
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
    waiting.forget(context, token);
    return {};
  },
};

function preview(context: Context, input: Input<typeof contract.preview>): Output<typeof contract.preview> {
  const table = waiting.of(context, input.token);
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
