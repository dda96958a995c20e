import type { ProgrammePrint } from '@shared/contract/print-programme';
import { activityLevels } from '@shared/domain/activities';
import { danishOrder } from '@shared/domain/danish-order';
import { groupBy } from '@shared/domain/group-by';
import { plansPerItem } from '@shared/domain/programme-demand';
import { refuse } from '@shared/domain/text';
import { gte } from 'drizzle-orm';
import type { Database } from '../open';
import { courseRuns } from '../schema/programme';
import { schools } from '../schema/school';
import {
  lineagesByItem,
  namedCompetences,
  programmeUpdatedAt,
  readRuns,
  requests,
  standingItems,
  tagsByItem,
} from './programme';

/** The programme as it is printed and shared: what is offered, level by level, and what is asked for. Nobody is named. */
export function programmePrint(db: Database, schoolYear: string, today: string): ProgrammePrint {
  const items = standingItems(db).sort((a, b) => danishOrder.compare(a.title, b.title));
  if (items.length === 0) {
    throw refuse('conflict', {
      da: 'Der er ingen aktiviteter i udviklingsprogrammet endnu. Opret den første.',
      en: 'There is nothing in the development programme yet. Add the first activity.',
    });
  }
  const school = db.select().from(schools).get();
  const lineages = lineagesByItem(db);
  const names = namedCompetences(db);
  const tags = tagsByItem(db);
  const plans = plansPerItem(requests(db, schoolYear));
  const runs = groupBy(readRuns(db, gte(courseRuns.endsOn, today)), ({ itemId }) => itemId);
  const printed = items
    .filter(({ isOffered }) => isOffered)
    .map((item) => ({
      level: item.level,
      item: {
        title: item.title,
        description: item.description,
        kind: item.kind,
        form: item.form,
        provider: item.provider,
        targetGroup: item.targetGroup,
        url: item.url,
        ects: item.ects,
        qualification: item.qualification,
        subject: item.subject,
        isCompulsory: item.isCompulsory,
        feeOre: item.feeOre,
        materialsOre: item.materialsOre,
        days: item.days,
        competences: [
          ...new Set((lineages.get(item.id) ?? []).flatMap((id) => names.get(id)?.name ?? [])),
        ].sort(danishOrder.compare),
        tags: tags.get(item.id) ?? [],
        plans: plans.get(item.id) ?? 0,
        isFromFoundation: item.isFromFoundation,
        strategicDecision: item.strategicDecision,
        runs: (runs.get(item.id) ?? []).map(({ id: _, itemId: __, taken: ___, ...run }) => run),
      },
    }));
  const byLevel = groupBy(printed, ({ level }) => level);
  return {
    schoolName: school?.name ?? '',
    municipality: school?.municipality ?? '',
    schoolYear,
    updatedAt: programmeUpdatedAt(db),
    levels: activityLevels.flatMap((level) => {
      const own = byLevel.get(level);
      return own ? [{ level, items: own.map(({ item }) => item) }] : [];
    }),
    asked: items
      .filter(({ isOffered }) => !isOffered)
      .map(({ id, title }) => ({ title, plans: plans.get(id) ?? 0 })),
  };
}
