import { randomUUID } from 'node:crypto';
import type { spiders as contract, SpiderDraft } from '@shared/contract/spiders';
import { danishOrder } from '@shared/domain/danish-order';
import { refuse, type Text } from '@shared/domain/text';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../data/open';
import { insertContent, insertVersion, readContent } from '../data/queries/spiders';
import { staffCategories } from '../data/schema/employees';
import { competenceDomains, spiderTemplates, templateVersions } from '../data/schema/spiders';
import type { Handlers } from './context';
import { starterSpiders } from './starter-spiders';

/** Domains of a new, empty spider: document 002's four (R002-04); the school may rename them. */
const defaultDomains = ['Almene', 'Faglige', 'Pædagogiske', 'Personlige'];

export const spidersHandlers: Handlers<typeof contract> = {
  list: ({ db }) => ({
    templates: db
      .select()
      .from(spiderTemplates)
      .where(isNull(spiderTemplates.removedAt))
      .all()
      .sort((a, b) => danishOrder.compare(a.name, b.name))
      .map(({ id, name }) => {
        const { published, draft } = versionsOf(db, id);
        const shown = published ?? draft;
        const { axes, content } = readContent(db, shown?.id ?? '');
        return { id, name, published, draft, usedBy: categoriesOn(db, id), axes, scaleMax: content.scaleMax };
      }),
  }),

  get({ db }, { versionId }) {
    const version = theVersion(db, versionId);
    const { draft } = versionsOf(db, version.templateId);
    return {
      templateId: version.templateId,
      name: version.name,
      version: { id: version.id, number: version.number, publishedAt: version.publishedAt },
      draftId: draft && draft.id !== versionId ? draft.id : null,
      usedBy: categoriesOn(db, version.templateId),
      content: readContent(db, versionId).content,
    };
  },

  create(context, { name, from }) {
    const templateId = randomUUID();
    const createdAt = context.now().toISOString();
    return context.write(changed('created', templateId), (db) => {
      const content = newContent(db, from, context.machine.resourcesFolder);
      db.insert(spiderTemplates).values({ id: templateId, name }).run();
      return {
        versionId: insertVersion(db, { templateId, number: 1, createdAt, publishedAt: null }, content),
      };
    });
  },

  starters: ({ machine }) => ({
    starters: starterSpiders(machine.resourcesFolder).map(({ key, name }) => ({ key, name })),
  }),

  startVersion(context, { templateId }) {
    return context.write(changed('version-started', templateId), (db) => {
      const { published, draft } = versionsOf(db, templateId);
      if (draft) return { versionId: draft.id };
      if (!published) throw missing();
      const version = {
        templateId,
        number: published.number + 1,
        createdAt: context.now().toISOString(),
        publishedAt: null,
      };
      return { versionId: insertVersion(db, version, readContent(db, published.id).content) };
    });
  },

  saveDraft(context, { versionId, content }) {
    return context.write(changed('draft-saved', versionId), (db) => {
      assertDraft(theVersion(db, versionId));
      db.delete(competenceDomains).where(eq(competenceDomains.versionId, versionId)).run();
      db.update(templateVersions)
        .set({ scaleMax: content.scaleMax })
        .where(eq(templateVersions.id, versionId))
        .run();
      insertContent(db, versionId, content);
      return {};
    });
  },

  publish(context, { versionId }) {
    return context.write(changed('published', versionId), (db) => {
      assertDraft(theVersion(db, versionId));
      const problem = whyNotReady(readContent(db, versionId).content);
      if (problem) throw refuse('invalid', problem);
      db.update(templateVersions)
        .set({ publishedAt: context.now().toISOString() })
        .where(eq(templateVersions.id, versionId))
        .run();
      return {};
    });
  },

  discardDraft(context, { versionId }) {
    return context.write(changed('draft-discarded', versionId), (db) => {
      const version = theVersion(db, versionId);
      assertDraft(version);
      const { content } = readContent(db, versionId);
      db.delete(templateVersions).where(eq(templateVersions.id, versionId)).run();
      return { templateId: version.templateId, content };
    });
  },

  restoreDraft(context, { templateId, content }) {
    return context.write(changed('draft-restored', templateId), (db) => {
      if (!db.select().from(spiderTemplates).where(eq(spiderTemplates.id, templateId)).get()) throw missing();
      const { published, draft } = versionsOf(db, templateId);
      if (draft) {
        throw refuse('conflict', {
          da: 'Der er allerede en nyere kladde. Udgiv den, eller kassér den først.',
          en: 'There is a newer draft already. Publish or discard it first.',
        });
      }
      const number = (published?.number ?? 0) + 1;
      const version = { templateId, number, createdAt: context.now().toISOString(), publishedAt: null };
      return { versionId: insertVersion(db, version, content) };
    });
  },

  rename: (context, { templateId, name }) =>
    context.write(changed('renamed', templateId), (db) => {
      const { changes } = db
        .update(spiderTemplates)
        .set({ name })
        .where(eq(spiderTemplates.id, templateId))
        .run();
      if (changes === 0) throw missing();
      return {};
    }),

  remove: (context, { templateId }) =>
    context.write(changed('removed', templateId), (db) => {
      const users = categoriesOn(db, templateId);
      if (users.length > 0) {
        const list = users.join(', ');
        throw refuse('conflict', {
          da: `Spindet bruges af ${list}. Giv dem et andet spind under Teams og kategorier først.`,
          en: `The spider is used by ${list}. Give them another spider under Teams and categories first.`,
        });
      }
      return setRemoved(db, templateId, context.now().toISOString());
    }),

  restore: (context, { templateId }) =>
    context.write(changed('restored', templateId), (db) => setRemoved(db, templateId, null)),
};

const changed = (what: string, entityId: string) => ({
  action: `spider.${what}`,
  entity: 'spider',
  entityId,
  fields: [],
});

const missing = () =>
  refuse('not-found', { da: 'Spindet findes ikke længere.', en: 'The spider no longer exists.' });

function setRemoved(db: Database, templateId: string, removedAt: string | null) {
  const { changes } = db
    .update(spiderTemplates)
    .set({ removedAt })
    .where(eq(spiderTemplates.id, templateId))
    .run();
  if (changes === 0) throw missing();
  return {};
}

function theVersion(db: Database, versionId: string) {
  const row = db
    .select()
    .from(templateVersions)
    .innerJoin(spiderTemplates, eq(spiderTemplates.id, templateVersions.templateId))
    .where(eq(templateVersions.id, versionId))
    .get();
  if (!row) throw missing();
  return { ...row.template_versions, name: row.spider_templates.name };
}

function assertDraft({ publishedAt }: { publishedAt: string | null }): void {
  if (publishedAt === null) return;
  throw refuse('conflict', {
    da: 'Spindet er udgivet, og ordlyden ligger fast. Lav en ny version, hvis noget skal ændres.',
    en: 'The spider is published and its wording is fixed. Make a new version to change something.',
  });
}

/** Newest published version and the draft after it, if any. */
function versionsOf(db: Database, templateId: string) {
  const rows = db
    .select({
      id: templateVersions.id,
      number: templateVersions.number,
      publishedAt: templateVersions.publishedAt,
    })
    .from(templateVersions)
    .where(eq(templateVersions.templateId, templateId))
    .orderBy(desc(templateVersions.number))
    .all();
  return {
    published: rows.find(({ publishedAt }) => publishedAt !== null) ?? null,
    draft: rows.find(({ publishedAt }) => publishedAt === null) ?? null,
  };
}

function categoriesOn(db: Database, templateId: string): string[] {
  return db
    .select({ name: staffCategories.name })
    .from(staffCategories)
    .where(and(eq(staffCategories.spiderTemplateId, templateId), isNull(staffCategories.removedAt)))
    .orderBy(asc(staffCategories.position))
    .all()
    .map(({ name }) => name);
}

type Origin = { versionId: string } | { starter: string } | null;

function newContent(db: Database, from: Origin, resourcesFolder: string) {
  if (from === null) {
    return { scaleMax: 5, domains: defaultDomains.map((name) => ({ name, competences: [] })) };
  }
  if ('starter' in from) {
    const starter = starterSpiders(resourcesFolder).find(({ key }) => key === from.starter);
    if (!starter) throw missing();
    return starter;
  }
  const { content } = readContent(db, theVersion(db, from.versionId).id);
  // A copy is another spider: its competences begin a history of their own.
  return {
    ...content,
    domains: content.domains.map(({ name, competences }) => ({
      name,
      competences: competences.map(({ lineageId: _own, ...rest }) => rest),
    })),
  };
}

/** What is missing before a spider can be published, as a sentence that names the place; null when nothing is. */
function whyNotReady({ scaleMax, domains }: SpiderDraft): Text | null {
  const all = domains.flatMap(({ competences }) => competences);
  if (all.length === 0) {
    return {
      da: 'Spindet har ingen kompetencer endnu. Tilføj en.',
      en: 'The spider has no competences yet. Add one.',
    };
  }
  const unnamedDomain = domains.findIndex(({ name, competences }) => !name.trim() && competences.length > 0);
  if (unnamedDomain >= 0) {
    const n = unnamedDomain + 1;
    return { da: `Domæne ${n} mangler et navn.`, en: `Domain ${n} has no name.` };
  }
  const names = new Set<string>();
  for (const { name, targetLevel, descriptors } of all) {
    if (!name.trim()) return { da: 'En kompetence mangler et navn.', en: 'A competence has no name.' };
    if (names.has(name.trim().toLowerCase())) {
      return { da: `»${name}« står der to gange.`, en: `“${name}” appears twice.` };
    }
    names.add(name.trim().toLowerCase());
    if (targetLevel > scaleMax) {
      return {
        da: `»${name}« har målet ${targetLevel}, men skalaen slutter ved ${scaleMax}.`,
        en: `“${name}” has the target ${targetLevel}, but the scale ends at ${scaleMax}.`,
      };
    }
    const blank = Array.from({ length: scaleMax }, (_, index) => descriptors[index] ?? '').findIndex(
      (text) => !text.trim(),
    );
    if (blank >= 0) {
      return {
        da: `»${name}« mangler en beskrivelse af niveau ${blank + 1}. Beskriv hvert niveau, så alle vurderer efter det samme.`,
        en: `“${name}” has no description of level ${blank + 1}. Describe each level so that everyone rates alike.`,
      };
    }
  }
  return null;
}
