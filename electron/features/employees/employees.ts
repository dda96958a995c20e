import type { employees } from '@shared/contract/employees';
import { localDate } from '@shared/domain/dates';
import type { Context, Handlers } from '../context';
import { endMembership, removeMembership, saveMembership } from './memberships';
import { getEmployee, listEmployees } from './read-employees';
import { removeTask, saveTask } from './tasks';
import {
  removeEmployee,
  restoreEmployee,
  saveEmployee,
  saveFunctions,
  saveQualifications,
  setLeaving,
} from './write-employee';

const today = (context: Context) => localDate(context.now());
const about = (entity: string, entityId: string, action: string, fields: string[] = []) => ({
  action: `${entity}.${action}`,
  entity,
  entityId,
  fields,
});

export const employeesHandlers: Handlers<typeof employees> = {
  list: (context, { on, includeFormer, search }) =>
    listEmployees(context.db, {
      on: on ?? today(context),
      includeFormer: includeFormer ?? false,
      search: search ?? '',
    }),

  get: (context, { id }) => getEmployee(context.db, id, today(context)),

  save: (context, input) =>
    context.write(
      ({ id, fields }: { id: string; fields: string[] }) =>
        about('employee', id, input.id ? 'saved' : 'created', fields),
      (db) => saveEmployee(db, input, context.now()),
    ),

  setLeaving: (context, { id, leavingDate }) => {
    context.write(about('employee', id, 'saved', ['leavingDate']), (db) => setLeaving(db, id, leavingDate));
    return {};
  },

  remove: (context, { id }) => {
    context.write(about('employee', id, 'removed'), (db) => removeEmployee(db, id, context.now()));
    return {};
  },

  restore: (context, { id }) => {
    context.write(about('employee', id, 'restored'), (db) => restoreEmployee(db, id));
    return {};
  },

  saveFunctions: (context, { id, functions }) => {
    context.write(about('employee', id, 'saved', ['functions']), (db) => saveFunctions(db, id, functions));
    return {};
  },

  saveQualifications: (context, { id, formalSubjects, assessedSubjects }) => {
    const fields = [
      ...(formalSubjects ? ['formalSubjects'] : []),
      ...(assessedSubjects ? ['assessedSubjects'] : []),
    ];
    context.write(about('employee', id, 'saved', fields), (db) =>
      saveQualifications(db, id, { formal: formalSubjects, assessed: assessedSubjects }),
    );
    return {};
  },

  saveMembership: (context, input) => ({
    id: context.write(
      (id) => about('teamMembership', id, input.id ? 'saved' : 'created', ['teamId', 'fromDate', 'toDate']),
      (db) => saveMembership(db, input),
    ),
  }),

  endMembership: (context, { id, toDate }) => {
    context.write(about('teamMembership', id, 'saved', ['toDate']), (db) => endMembership(db, id, toDate));
    return {};
  },

  removeMembership: (context, { id }) => {
    context.write(about('teamMembership', id, 'removed'), (db) => removeMembership(db, id));
    return {};
  },

  saveTask: (context, input) => ({
    id: context.write(
      (id) => about('task', id, input.id ? 'saved' : 'created', ['schoolYear', 'kind', 'name']),
      (db) => saveTask(db, input),
    ),
  }),

  removeTask: (context, { id }) => {
    context.write(about('task', id, 'removed'), (db) => removeTask(db, id));
    return {};
  },
};
