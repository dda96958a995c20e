import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import type { talkForms as contract, FormDraft } from '@shared/contract/talk-forms';
import { danishOrder } from '@shared/domain/danish-order';
import { standardForm } from '@shared/domain/talk-areas';
import { readFormTable } from '@shared/domain/talk-forms/form-file';
import { formProblems, type WrittenForm, writtenForm } from '@shared/domain/talk-forms/written-form';
import type { TalkKind } from '@shared/domain/talk-kinds';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database, OpenDatabase } from '../../data/open';
import { formFor, readForm } from '../../data/queries/talk-forms';
import { teams } from '../../data/schema/employees';
import { talkForms, talkFormVersions } from '../../data/schema/talk-forms';
import type { Context, Handlers } from '../context';
import { formFileBytes, readFormFile, writeFormFile } from './form-file';
import {
  insertDraft,
  missing,
  replaceContent,
  talksOn,
  theDraft,
  theForm,
  theVersion,
  versionsOf,
} from './versions';

/** The one form from a file that waits for a decision. It goes with the open file when that is locked. */
const waiting = new WeakMap<OpenDatabase, { token: string; kind: TalkKind; content: FormDraft }>();

export const talkFormsHandlers: Handlers<typeof contract> = {
  list: ({ db }) => ({
    forms: db
      .select({ id: talkForms.id })
      .from(talkForms)
      .where(isNull(talkForms.removedAt))
      .all()
      .map(({ id }) => listed(db, id))
      .sort(
        (a, b) =>
          danishOrder.compare(a.unit?.name ?? '', b.unit?.name ?? '') || danishOrder.compare(a.name, b.name),
      ),
  }),

  get({ db }, { versionId }) {
    const { id, number, publishedAt, formId } = theVersion(db, versionId);
    const { kind, name, unit } = theForm(db, formId);
    const { draft } = versionsOf(db, formId);
    return {
      formId,
      kind,
      name,
      unit,
      version: { id, number, publishedAt },
      draftId: draft && draft.id !== versionId ? draft.id : null,
      content: contentOf(db, versionId),
    };
  },

  create(context, { kind, name, unitId, from }) {
    const formId = randomUUID();
    return context.write(changed('created', formId), (db) => {
      const content = newContent(context, db, kind, from);
      if (unitId !== null) assertUnit(db, unitId);
      db.insert(talkForms).values({ id: formId, name, kind, teamId: unitId, removedAt: null }).run();
      return { versionId: insertDraft(db, { formId, number: 1, now: context.now() }, content) };
    });
  },

  startVersion(context, { formId }) {
    return context.write(changed('version-started', formId), (db) => {
      const { published, draft } = versionsOf(db, formId);
      if (draft) return { versionId: draft.id };
      if (!published) throw missing();
      const version = { formId, number: published.number + 1, now: context.now() };
      return { versionId: insertDraft(db, version, contentOf(db, published.id)) };
    });
  },

  saveDraft(context, { versionId, content }) {
    return context.write(changed('draft-saved', versionId), (db) => {
      theDraft(db, versionId);
      replaceContent(db, versionId, content);
      return {};
    });
  },

  publish(context, { versionId }) {
    return context.write(changed('published', versionId), (db) => {
      const { formId } = theDraft(db, versionId);
      assertReady(theForm(db, formId).kind, contentOf(db, versionId));
      db.update(talkFormVersions)
        .set({ publishedAt: context.now().toISOString() })
        .where(eq(talkFormVersions.id, versionId))
        .run();
      return {};
    });
  },

  discardDraft(context, { versionId }) {
    return context.write(changed('draft-discarded', versionId), (db) => {
      const { formId } = theDraft(db, versionId);
      const content = contentOf(db, versionId);
      db.delete(talkFormVersions).where(eq(talkFormVersions.id, versionId)).run();
      // A form that was never published is nothing but its draft.
      if (!versionsOf(db, formId).published) setRemoved(db, formId, context.now().toISOString());
      return { formId, content };
    });
  },

  restoreDraft(context, { formId, content }) {
    return context.write(changed('draft-restored', formId), (db) => {
      const { published, draft } = versionsOf(db, formId);
      if (draft) {
        throw refuse('conflict', {
          da: 'Der er allerede en nyere kladde. Udgiv den, eller kassér den først.',
          en: 'There is a newer draft already. Publish or discard it first.',
        });
      }
      if (!published) setRemoved(db, formId, null);
      const version = { formId, number: (published?.number ?? 0) + 1, now: context.now() };
      return { versionId: insertDraft(db, version, content) };
    });
  },

  save: (context, { formId, name, unitId }) =>
    context.write(changed('saved', formId, ['name', 'teamId']), (db) => {
      const form = theForm(db, formId);
      if (unitId !== null && unitId !== form.teamId) assertUnit(db, unitId);
      db.update(talkForms).set({ name, teamId: unitId }).where(eq(talkForms.id, formId)).run();
      return {};
    }),

  remove: (context, { formId }) =>
    context.write(changed('removed', formId), (db) => setRemoved(db, formId, context.now().toISOString())),

  restore: (context, { formId }) =>
    context.write(changed('restored', formId), (db) => setRemoved(db, formId, null)),

  choose: (context, { kind }) => choose(context, kind),

  exportFile: async (context, { source }) => {
    const { db, machine } = context;
    const language = context.language();
    const { kind, form } =
      'kind' in source
        ? { kind: source.kind, form: writtenForm(standardForm(source.kind), language) }
        : {
            kind: theForm(db, theVersion(db, source.versionId).formId).kind,
            form: readForm(db, source.versionId),
          };
    const name = language === 'da' ? 'samtaleskema' : 'talk-form';
    const bytes = await writeFormFile(form, language);
    return { saved: await machine.saveFile('table', `${name}-${kind.toLowerCase()}.xlsx`, bytes) };
  },
};

const changed = (what: string, entityId: string, fields: string[] = []) => ({
  action: `talkForm.${what}`,
  entity: 'talkForm',
  entityId,
  fields,
});

function listed(db: Database, formId: string): Output<typeof contract.list>['forms'][number] {
  const { id, kind, name, unit } = theForm(db, formId);
  const { published, draft, ids } = versionsOf(db, formId);
  const used = published && formFor(db, kind, unit ? [unit.id] : []);
  return {
    id,
    kind,
    name,
    unit,
    published,
    draft,
    tabs: readForm(db, (published ?? draft)?.id ?? '').areas.map(({ short }) => short),
    isUsed: used !== null && used.versionId === published?.id,
    talks: talksOn(db, ids),
  };
}

function contentOf(db: Database, versionId: string): FormDraft {
  const { areas, ...rest } = readForm(db, versionId);
  return { ...rest, areas: [...areas] };
}

function setRemoved(db: Database, formId: string, removedAt: string | null) {
  const { changes } = db.update(talkForms).set({ removedAt }).where(eq(talkForms.id, formId)).run();
  if (changes === 0) throw missing();
  return {};
}

function assertUnit(db: Database, teamId: string): void {
  const team = db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.id, teamId), isNull(teams.removedAt)))
    .get();
  if (team) return;
  throw refuse('not-found', { da: 'Teamet findes ikke længere.', en: 'The team no longer exists.' });
}

function newContent(
  context: Context,
  db: Database,
  kind: TalkKind,
  from: Input<typeof contract.create>['from'],
): FormDraft {
  if (from === null) return draftOf(writtenForm(standardForm(kind), context.language()));
  if ('token' in from) return takeWaiting(context, from.token, kind);
  const { formId } = theVersion(db, from.versionId);
  if (theForm(db, formId).kind !== kind) throw otherKind;
  return contentOf(db, from.versionId);
}

const draftOf = ({ areas, ...rest }: WrittenForm): FormDraft => ({
  ...rest,
  areas: areas.map((area) => ({ ...area })),
});

const otherKind = refuse('invalid', {
  da: 'Skemaet er lavet til en anden slags samtale.',
  en: 'The form was made for another kind of talk.',
});

function takeWaiting(context: Context, token: string, kind: TalkKind): FormDraft {
  const { open } = context.session;
  const found = open && waiting.get(open);
  if (!found || found.token !== token) {
    throw refuse('not-found', {
      da: 'Skemaet fra filen er der ikke længere. Vælg filen igen.',
      en: 'The form from the file is no longer there. Choose the file again.',
    });
  }
  if (found.kind !== kind) throw otherKind;
  return found.content;
}

async function choose(context: Context, kind: TalkKind): Promise<Output<typeof contract.choose>> {
  const file = await context.machine.chooseFile('table', formFileBytes);
  if (!file) return null;
  const table = await readFormFile(file);
  const read = readFormTable(table, kind);
  const language = context.language();
  const problems = read.problems.map(({ row, text }) => ({ row, message: text[language] }));
  if (problems.length > 0) return { token: null, fileName: table.fileName, content: null, problems };
  const { open } = context.session;
  // Locked while the dialog was open: nothing of the file may stay in memory.
  if (!open) return null;
  // What the file does not say begins as it does in the form that comes with Spind.
  const own = standardForm(kind);
  const content: FormDraft = {
    purpose: read.purpose ?? own.purpose[language],
    notForDiscussion: read.notForDiscussion ?? own.notForDiscussion[language],
    areas: read.areas.map((area) => ({ ...area })),
  };
  const token = randomUUID();
  waiting.set(open, { token, kind, content });
  return { token, fileName: table.fileName, content, problems };
}

/** Refuses a form that cannot be used, with everything that keeps it from being so. */
function assertReady(kind: TalkKind, { areas, purpose }: WrittenForm): void {
  const problems = formProblems(kind, areas);
  if (purpose.trim() === '') {
    problems.push({
      da: 'Indbydelsen mangler samtalens formål.',
      en: 'The invitation lacks the purpose of the talk.',
    });
  }
  if (problems.length === 0) return;
  const fields: Record<string, Text> = Object.fromEntries(
    problems.map((problem, index) => [`${index + 1}`, problem]),
  );
  throw refuse(
    'invalid',
    { da: 'Skemaet kan ikke udgives endnu.', en: 'The form cannot be published yet.' },
    fields,
  );
}
