import { activityKinds, activityLevels } from '@shared/domain/activities';
import { addDays } from '@shared/domain/dates';
import { enrolmentStates } from '@shared/domain/enrolment-states';
import type { Database } from '../../electron/data/open';
import { catalogueImports, catalogueOffers, catalogues } from '../../electron/data/schema/catalogues';
import { enrolments } from '../../electron/data/schema/enrolments';
import { courseRuns, programmeItems } from '../../electron/data/schema/programme';
import { immediate } from '../../electron/data/transaction';

const subjects =
  'dansk matematik engelsk tysk historie idræt musik fysik biologi geografi billedkunst madkundskab'.split(
    ' ',
  );
const providers = ['Professionshøjskolen', 'Målby Kommune', 'PPL', ''];
const at = '2026-08-24T06:00:00.000Z';

/**
 * Adds `count` activities with a holding each to the programme, as many offers to two catalogues, and as many enrolments of
 * the first `staff` employees over three years. The number of each stands in its title; the same numbers give the same rows.
 */
export function fillLists(db: Database, count: number, staff: number): void {
  const facts = (number: number) => ({
    title: `Kursus i ${subjects[number % subjects.length]} nr. ${number}`,
    provider: providers[number % providers.length] ?? '',
    feeOre: (number % 40) * 50_000,
    startsOn: addDays('2024-09-02', number % 1000),
    endsOn: addDays('2024-09-04', number % 1000),
  });
  immediate(db, () => {
    for (const [n, name] of ['KiU', 'Målby'].entries()) {
      db.insert(catalogues)
        .values({
          id: `catalogue-${n}`,
          name,
          kind: n === 0 ? 'kiu' : 'municipal',
          matching: '{}',
          createdAt: at,
        })
        .run();
      const counts = { added: count / 2, changed: 0, gone: 0, unchanged: 0 };
      db.insert(catalogueImports)
        .values({ id: `import-${n}`, catalogueId: `catalogue-${n}`, importedAt: at, before: '[]', ...counts })
        .run();
    }
    for (let number = 1; number <= count; number++) {
      const { startsOn, endsOn, ...named } = facts(number);
      db.insert(programmeItems)
        .values({
          ...named,
          id: `item-${number}`,
          description: 'Tæt på praksis og på tværs af skoler.',
          kind: activityKinds[number % activityKinds.length] ?? 'course',
          level: activityLevels[number % activityLevels.length] ?? 'individual',
          form: 'physical',
          targetGroup: '',
          url: '',
          ects: number % 3 === 0 ? 5 : null,
          qualification: 'none',
          subject: '',
          isCompulsory: false,
          isFromFoundation: number % 5 === 0,
          strategicDecision: '',
          isOffered: number % 10 !== 0,
          createdAt: at,
          updatedAt: at,
        })
        .run();
      const run = {
        startsOn: addDays(startsOn, 800),
        endsOn: addDays(endsOn, 800),
        place: 'Pædagogisk center',
      };
      db.insert(courseRuns)
        .values({
          ...run,
          id: `run-${number}`,
          itemId: `item-${number}`,
          state: 'open',
          seats: 24,
          createdAt: at,
        })
        .run();
      const importId = `import-${number % 2}`;
      db.insert(catalogueOffers)
        .values({
          ...named,
          ...run,
          id: `offer-${number}`,
          catalogueId: `catalogue-${number % 2}`,
          key: `#k-${number}`,
          subject: subjects[number % subjects.length] ?? '',
          description: 'Faget i moduler med undervisning, studiegruppe og prøve.',
          qualification: number % 2 === 0 ? 'formal' : 'update',
          url: '',
          addedImportId: importId,
          changes: '[]',
        })
        .run();
      const state = enrolmentStates[number % enrolmentStates.length] ?? 'wished';
      db.insert(enrolments)
        .values({
          ...facts(number),
          id: `enrolment-${number}`,
          employeeId: `employee-${1 + (number % staff)}`,
          materialsOre: 0,
          substituteDays: number % 4,
          substituteDayOre: 180_000,
          state,
          createdAt: at,
        })
        .run();
    }
  });
}
