import { standardForm, type TalkArea, type TalkAreaPart } from '@shared/domain/talk-areas';
import type { TalkKind } from '@shared/domain/talk-kinds';
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../open';
import { talkFormAreas, talkForms, talkFormVersions } from '../schema/talk-forms';

/** One wording of the school's own form, in the school's own words. */
export type FormContent = {
  readonly purpose: string;
  readonly notForDiscussion: string;
  readonly areas: readonly {
    readonly title: string;
    readonly short: string;
    /** One a line. */
    readonly questions: string;
    readonly part: TalkAreaPart;
  }[];
};

/** The main areas of a talk in order: its own form's as they were worded, else those that come with Spind. */
export function areasOf(
  db: Database,
  { kind, formVersionId }: { kind: TalkKind; formVersionId: string | null },
): readonly TalkArea[] {
  if (formVersionId === null) return standardForm(kind).areas;
  return readForm(db, formVersionId).areas.map(({ title, short, questions, part }, index) => ({
    number: index + 1,
    title: both(title),
    short: both(short),
    questions: questionLines(questions).map(both),
    part,
  }));
}

/**
 * The form a new talk of this kind gets: the newest published version of one of the units' own, else of the whole
 * school's, else null for the one that comes with Spind (R003-09). `teamIds` are the units of the one it is held with.
 */
export function formFor(
  db: Database,
  kind: TalkKind,
  teamIds: readonly string[],
): { versionId: string; purpose: string; notForDiscussion: string } | null {
  const versions = db
    .select({
      versionId: talkFormVersions.id,
      formId: talkForms.id,
      teamId: talkForms.teamId,
      purpose: talkFormVersions.purpose,
      notForDiscussion: talkFormVersions.notForDiscussion,
    })
    .from(talkFormVersions)
    .innerJoin(talkForms, eq(talkForms.id, talkFormVersions.formId))
    .where(
      and(eq(talkForms.kind, kind), isNull(talkForms.removedAt), isNotNull(talkFormVersions.publishedAt)),
    )
    .orderBy(desc(talkFormVersions.publishedAt), desc(talkFormVersions.number), asc(talkForms.id))
    .all();
  const own = versions.find(({ teamId }) => teamId !== null && teamIds.includes(teamId));
  const found = own ?? versions.find(({ teamId }) => teamId === null);
  if (!found) return null;
  const { versionId, purpose, notForDiscussion } = found;
  return { versionId, purpose, notForDiscussion };
}

/** A version's content; empty when there is no such version. */
export function readForm(db: Database, versionId: string): FormContent {
  const version = db.select().from(talkFormVersions).where(eq(talkFormVersions.id, versionId)).get();
  return {
    purpose: version?.purpose ?? '',
    notForDiscussion: version?.notForDiscussion ?? '',
    areas: db
      .select({
        title: talkFormAreas.title,
        short: talkFormAreas.short,
        questions: talkFormAreas.questions,
        part: talkFormAreas.part,
      })
      .from(talkFormAreas)
      .where(eq(talkFormAreas.versionId, versionId))
      .orderBy(asc(talkFormAreas.number))
      .all(),
  };
}

function questionLines(questions: string): string[] {
  return questions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The school writes in one language; both readings show it. */
function both(words: string) {
  return { da: words, en: words };
}
