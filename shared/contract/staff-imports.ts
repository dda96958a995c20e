import { z } from 'zod';
import { staffFields } from '../domain/staff-import/columns';
import { call, done, id, moment, nothing } from './core';
import { developmentFeatures } from './development';

const field = z.enum(staffFields);
/** Field → column, counted from 0. */
const matching = z.partialRecord(field, z.number().int().min(0).max(500));
const chosenFile = z.object({ token: id, matching });
const count = z.number().int();
const value = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

/** A staff list from a file: chosen, matched, looked at, applied as a whole and undone as a whole. */
export const staffImports = {
  /** Null when the person changed her mind. The list stays in memory under the token; nothing is written. */
  choose: call(
    'leader',
    nothing,
    z
      .object({
        token: id,
        fileName: z.string(),
        encoding: z.string().nullable(),
        header: z.array(z.string()),
        suggestion: matching,
        rowCount: count,
        /** Cells of the first rows, as samples beside the columns. */
        firstRows: z.array(z.array(z.string())),
      })
      .nullable(),
  ),

  /** What an import would do, row by row; nothing is written. */
  preview: call(
    'leader',
    chosenFile,
    z.object({
      counts: z.object({ new: count, update: count, unchanged: count, problem: count }),
      /** Rows that cannot be read, in the order of the file. With any of them nothing can be imported. */
      problems: z.array(z.object({ row: count, message: z.string() })),
      rows: z.array(
        z.object({
          row: count,
          kind: z.enum(['new', 'update', 'unchanged']),
          employeeNumber: z.string(),
          name: z.string(),
          categoryName: z.string(),
          teamName: z.string().nullable(),
          changes: z.array(z.object({ field, from: value, to: value })),
          warnings: z.array(z.string()),
        }),
      ),
      newCategories: z.array(z.string()),
      newTeams: z.array(z.string()),
      /** Employees Spind knows and the list does not; they stay as they are. */
      absent: z.array(z.string()),
    }),
  ),

  /** `importId` is null when the list held nothing new. */
  apply: call(
    'leader',
    chosenFile,
    z.object({ importId: id.nullable(), created: count, updated: count, unchanged: count }),
    [
      'staffImports',
      'employees',
      'categories',
      'teams',
      'today',
      'talks',
      'trainingPlans',
      'spiders',
      'leaderTraining',
      'merit',
      'history',
      'overview',
      ...developmentFeatures,
    ],
  ),

  undo: call('leader', z.object({ importId: id }), done, [
    'staffImports',
    'employees',
    'categories',
    'teams',
    'today',
    'talks',
    'trainingPlans',
    'spiders',
    'leaders',
    'handover',
    'leaderTraining',
    'merit',
    'history',
    'overview',
    ...developmentFeatures,
  ]),

  /** The latest import that has not been undone. */
  latest: call(
    'leader',
    nothing,
    z.object({ importId: id, importedAt: moment, created: count, updated: count }).nullable(),
  ),

  cancel: call('leader', z.object({ token: id }), done),
};
