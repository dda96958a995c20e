import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { vault } from '@shared/contract/vault';
import { localDate } from '@shared/domain/dates';
import { hrChiefTitle } from '@shared/domain/hr-office';
import type { Database } from '../../data/open';
import { insertVersion } from '../../data/queries/spiders';
import { staffCategories } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { spiderTemplates } from '../../data/schema/spiders';
import type { StarterSpider } from '../starter-spiders';
import type { LegalBases } from './legal-bases';

type FirstSchool = Input<typeof vault.create>['school'];

/** Staff categories of a new school, none for an HR office, each with the starter spider it is rated on (R002-16, R002-19). */
const categories: Readonly<
  Record<FirstSchool['profile'], readonly (readonly [name: string, spider: string | null])[]>
> = {
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
  hr: [],
};

/** What comes with the application for a new school to start with. */
export type StartingPoints = { readonly spiders: readonly StarterSpider[]; readonly legalBases: LegalBases };

/** Fills a new file, so that it works before anything is set up (U10). HR has no staff, so no spiders and no plans. */
export function fillFirstSchool(
  db: Database,
  school: FirstSchool,
  { spiders, legalBases }: StartingPoints,
  now: Date,
): void {
  const createdAt = now.toISOString();
  const isHr = school.profile === 'hr';
  const noPlans = { text: '', source: '', checkedOn: localDate(now) };
  const basis = school.profile === 'hr' ? noPlans : legalBases[school.profile];
  db.insert(schools)
    .values({
      id: randomUUID(),
      ...school,
      leaderTitle: isHr ? hrChiefTitle : school.leaderTitle,
      developmentChiefName: isHr ? school.developmentChiefName : '',
      seasonStart: '11-01',
      seasonEnd: '01-31',
      ratingLeadDays: 7,
      legalBasis: basis.text,
      legalBasisSource: basis.source,
      legalBasisCheckedOn: basis.checkedOn,
      createdAt,
    })
    .run();
  const templates = new Map<string, string>();
  for (const starter of isHr ? [] : spiders) {
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
