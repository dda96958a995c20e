import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf } from '@shared/contract';
import { insertContent } from '../../data/queries/spiders';
import { staffCategories } from '../../data/schema/employees';
import { preparationSheets } from '../../data/schema/preparation';
import { spiderTemplates, templateVersions } from '../../data/schema/spiders';
import type { FoundFile, Machine } from '../context';
import { starterSpiders } from '../starter-spiders';
import { testSchool } from '../talks-test-school';
import { printedSheet } from './test-print';

export type ChosenFiles = NonNullable<OutputOf<'preparation', 'choose'>>['files'];

const longAgo = '2026-08-01T06:00:00.000Z';

/** Every competence of every starter spider in one, so that one sheet asks all of them. */
export function allCompetences() {
  const domains = starterSpiders('resources').flatMap((spider) =>
    spider.domains.map(({ name, competences }) => ({ name: `${name} · ${spider.name}`, competences })),
  );
  return { scaleMax: 5, domains };
}

/** The small school on a spider of all starter competences, with a folder to write into and files to choose. */
export function preparationSchool(machine: Partial<Machine> = {}) {
  const folder = new Map<string, Buffer>();
  let chosen: FoundFile[] | null = null;
  const at = testSchool({
    machine: {
      pdf: printedSheet,
      chooseFolder: async () => ({
        name: 'Forberedelse',
        save: async (name, bytes) => {
          let free = name;
          for (let number = 2; folder.has(free); number++) free = name.replace(/\.pdf$/, `-${number}.pdf`);
          folder.set(free, bytes);
          return free;
        },
      }),
      chooseFiles: async () => chosen,
      ...machine,
    },
  });
  const { db } = at.context;
  db.insert(spiderTemplates).values({ id: 'all', name: 'Alle kompetencer' }).run();
  db.insert(templateVersions)
    .values({ id: 'all-1', templateId: 'all', number: 1, scaleMax: 5, createdAt: longAgo, publishedAt: null })
    .run();
  insertContent(db, 'all-1', {
    scaleMax: 5,
    domains: allCompetences().domains.map(({ name, competences }) => ({
      name,
      competences: competences.map((competence) => ({ ...competence, lineageId: randomUUID() })),
    })),
  });
  db.update(templateVersions).set({ publishedAt: longAgo }).run();
  db.update(staffCategories).set({ spiderTemplateId: 'all' }).run();

  const { call } = at;
  return {
    ...at,
    /** What was written, by name. */
    folder,
    /** Makes sheets and answers the last one. */
    async make(...talkIds: string[]): Promise<Buffer> {
      await call('preparation', 'make', { talkIds });
      const last = [...folder.values()].at(-1);
      if (!last) throw new Error('no sheet was made');
      return last;
    },
    /** Hands in files and answers what they are, with the token to import them by. */
    async hand(files: Readonly<Record<string, Uint8Array>>, talkId: string | null = null) {
      chosen = Object.entries(files).map(([name, bytes]) => ({
        name,
        size: bytes.length,
        read: async () => Buffer.from(bytes),
      }));
      return call<{ token: string; files: ChosenFiles }>('preparation', 'choose', { from: 'files', talkId });
    },
    apply: (token: string, ...files: InputOf<'preparation', 'apply'>['files']) =>
      call<OutputOf<'preparation', 'apply'>>('preparation', 'apply', { token, files }),
    /** The leader's own rating, begun and locked. */
    async lockLeader(talkId: string, level = 3) {
      const { axes } = await call<OutputOf<'ratings', 'overview'>>('ratings', 'overview', { talkId });
      for (const { competenceId } of axes) {
        const answer = { state: 'rated', level, comment: '' };
        await call('ratings', 'saveLeader', { talkId, competenceId, answer });
      }
      await call('ratings', 'lockLeader', { talkId });
    },
    overview: (talkId: string) => call<OutputOf<'ratings', 'overview'>>('ratings', 'overview', { talkId }),
    answers: (talkId: string) =>
      call<OutputOf<'preparation', 'answers'>>('preparation', 'answers', { talkId }),
    sheets: () => db.select().from(preparationSheets).all(),
  };
}
