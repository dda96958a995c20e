import type { InputOf } from '@shared/contract';
import type { DemoMachine } from './machine';
import { onePage } from './one-page';
import type { DemoSchool } from './school-life';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };
type Module = Omit<InputOf<'leaderTraining', 'saveEntry'>, 'id' | 'employeeId'>;

/**
 * The leaders' training (DOMAIN §6.2, story 3): Birgitte's ten points are from 2016, Lone has five of ten, Thomas must
 * have begun by New Year and has not; what they tell each other, and the courses they hold themselves.
 */
export function leaderTraining(demo: DemoMachine, { employeeId }: DemoSchool): Event[] {
  const module = async (who: string, values: Module, certificate?: string) => {
    const { id: entryId } = await demo.call('leaderTraining', 'saveEntry', {
      employeeId: employeeId(who),
      ...values,
    });
    if (certificate === undefined) return;
    demo.chooseNext({ name: certificate, bytes: await onePage(`${values.title}, ${values.ects} ECTS`) });
    await demo.call('leaderTraining', 'addCertificate', { entryId });
  };
  const tell = async (who: string, topic: string, meetingOn: string) =>
    (
      await demo.call('leaderTraining', 'saveShareBack', {
        employeeId: employeeId(who),
        entryId: null,
        topic,
        meetingOn,
      })
    ).id;
  const course = (title: string, heldOn: string, place: string, who: string[], attended: boolean) =>
    demo.call('leaderTraining', 'saveCourse', {
      title,
      heldOn,
      place,
      note: '',
      participants: who.map((one) => ({ employeeId: employeeId(one), attended })),
    });
  let told = '';

  return [
    {
      at: '2021-10-04T10:00',
      run: () =>
        module(
          'S01',
          {
            kind: 'passed',
            title: 'Diplom i ledelse',
            provider: 'Professionshøjskolen',
            ects: 10,
            startedOn: '2015-01-20',
            completedOn: '2016-06-24',
          },
          'Diplom i ledelse.pdf',
        ),
    },
    {
      at: '2024-08-15T09:00',
      run: async () => {
        // The school decided in August 2024 that administrative leaders are to have the same (R002-17).
        const { requirements } = await demo.call('leaderTraining', 'requirements', {});
        const own = requirements.find(({ basis }) => basis === 'schoolDecision');
        if (!own) throw new Error('The school has no requirement of its own.');
        const { categories, state: _, isOld: __, ...values } = own;
        await demo.call('leaderTraining', 'saveRequirement', {
          ...values,
          // What comes with the application was checked later than this day.
          lastCheckedOn: '2024-08-15',
          validFrom: '2024-08-01',
          categoryIds: categories.map(({ id }) => id),
        });
      },
    },
    {
      at: '2025-06-23T11:00',
      run: async () => {
        await module(
          'S04',
          {
            kind: 'passed',
            title: 'Pædagogisk ledelse: personaleledelse',
            provider: 'Professionshøjskolen',
            ects: 5,
            startedOn: '2025-02-03',
            completedOn: '2025-06-20',
          },
          'Personaleledelse.pdf',
        );
        await demo.call('leaderTraining', 'savePlan', {
          employeeId: employeeId('S04'),
          plannedCompletionOn: '2027-06-30',
        });
        told = await tell('S04', 'Årshjul for administrationen som ledelsesværktøj', '2025-09-15');
      },
    },
    {
      at: '2025-09-15T15:30',
      run: () => demo.call('leaderTraining', 'markShareBack', { id: told, isDone: true }),
    },
    {
      at: '2026-03-20T09:00',
      run: () =>
        course('Supervision af undervisning', '2026-03-19', 'Mødelokale 2', ['S01', 'S02', 'S04'], true),
    },
    {
      at: '2026-11-05T14:00',
      run: () =>
        course(
          'Fælles problemer i pædagogisk og administrativ ledelse',
          '2026-12-15',
          'Personalerummet',
          ['S01', 'S02', 'S03', 'S04'],
          false,
        ),
    },
    {
      at: '2026-11-09T08:30',
      run: () =>
        tell('S01', 'Tre spørgsmål til samtalen om undervisning, prøvet i mellemtrinnet', '2026-12-07'),
    },
    {
      at: '2026-11-09T09:00',
      run: async () => {
        const { requirements } = await demo.call('leaderTraining', 'requirements', {});
        for (const { categories, state: _, isOld: __, ...values } of requirements)
          await demo.call('leaderTraining', 'saveRequirement', {
            ...values,
            lastCheckedOn: '2026-11-09',
            categoryIds: categories.map(({ id }) => id),
          });
      },
    },
  ];
}
