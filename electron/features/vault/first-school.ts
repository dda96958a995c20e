import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { vault } from '@shared/contract/vault';
import { localDate } from '@shared/domain/dates';
import type { Database } from '../../data/open';
import { insertVersion } from '../../data/queries/spiders';
import { staffCategories } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { spiderTemplates } from '../../data/schema/spiders';
import type { StarterSpider } from '../starter-spiders';

type FirstSchool = Input<typeof vault.create>['school'];

/** Staff categories of a new school, each with the starter spider it is rated on (R002-16, R002-19). */
const categories: Readonly<Record<FirstSchool['profile'], readonly (readonly [name: string, spider: string | null])[]>> = {
  folkeskole: [
    ['skoleleder', 'pedagogicalLeader'],
    ['pædagogisk leder', 'pedagogicalLeader'],
    ['administrativ leder', 'administrativeLeader'],
    ['lærer', 'teacher'],
    ['børnehaveklasseleder', 'teacher'],
    ['pædagog', 'pedagogue'],
    ['tap', null],
  ],
  erhvervsskole: [
    ['direktør', 'pedagogicalLeader'],
    ['uddannelseschef', 'pedagogicalLeader'],
    ['uddannelsesleder', 'pedagogicalLeader'],
    ['afdelingsleder', 'administrativeLeader'],
    ['funktionschef', 'administrativeLeader'],
    ['underviser', 'teacher'],
    ['tap', null],
  ],
};

/** Wording of R000-09 … R000-10, editable afterwards like everything a law or an agreement says. */
const legalBasis = {
  folkeskole: {
    text: 'Med afsæt i den løbende dialog om mål og resultater af undervisningen udarbejder leder og lærer i samarbejde en individuel efteruddannelsesplan.',
    source: 'Protokollat 6, overenskomst 2011 (OK11)',
  },
  erhvervsskole: {
    text: 'Ved den årlige udviklingssamtale aftales skriftlige udviklingsmål, som begge parter har pligt til at følge op.',
    source: 'Aftale om kompetenceudvikling i staten, § 5',
  },
} as const;

/** What a new school starts with, so that it works before anything is set up (U10). */
export function fillFirstSchool(db: Database, school: FirstSchool, starters: readonly StarterSpider[], now: Date): void {
  const createdAt = now.toISOString();
  const basis = legalBasis[school.profile];
  db.insert(schools)
    .values({
      id: randomUUID(),
      ...school,
      seasonStart: '11-01',
      seasonEnd: '01-31',
      ratingLeadDays: 7,
      legalBasis: basis.text,
      legalBasisSource: basis.source,
      legalBasisCheckedOn: localDate(now),
      createdAt,
    })
    .run();
  const templates = new Map<string, string>();
  for (const starter of starters) {
    const templateId = randomUUID();
    db.insert(spiderTemplates).values({ id: templateId, name: starter.name }).run();
    insertVersion(db, { templateId, number: 1, createdAt, publishedAt: createdAt }, starter);
    templates.set(starter.key, templateId);
  }
  for (const [position, [name, spider]] of categories[school.profile].entries()) {
    const spiderTemplateId = spider ? (templates.get(spider) ?? null) : null;
    db.insert(staffCategories).values({ id: randomUUID(), name, spiderTemplateId, position }).run();
  }
}
