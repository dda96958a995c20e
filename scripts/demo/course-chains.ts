import type { DemoMachine } from './machine';
import type { DemoSchool } from './school-life';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };

/**
 * Program for læringsledelse (R004): introduced in August 2025, the first module solved by three teams, the second by
 * Mellemtrinsteam, and two survey rounds that gave the courses their themes.
 */
export function chainLife(demo: DemoMachine, { teamId }: DemoSchool): Event[] {
  let chainId = '';
  const steps = async () => (await demo.call('courseChains', 'get', { id: chainId })).steps;
  const solve = async (team: string, module: number, completedOn: string, note = '') => {
    const modules = (await steps()).filter(({ kind }) => kind === 'module');
    const stepId = modules[module - 1]?.id ?? '';
    await demo.call('courseChains', 'solve', { stepId, teamId: teamId(team), completedOn, note });
  };
  const plan = async (from: number, title: string, plannedFrom: string, plannedTo: string) => {
    const step = (await steps())[from];
    if (!step) throw new Error('The chain has fewer steps than its template.');
    const { id, kind, responsible, itemId } = step;
    const values = { kind, responsible, itemId, plannedFrom, plannedTo };
    await demo.call('courseChains', 'saveStep', { id, chainId, ...values, title: title || step.title });
  };
  const round = async (title: string, heldOn: string, summary: string, results: [string, number[]][]) => {
    const all = await steps();
    await demo.call('courseChains', 'saveRound', {
      chainId,
      title,
      heldOn,
      summary,
      results: results.map(([text, places]) => ({
        text,
        stepIds: places.map((place) => all[place]?.id ?? ''),
      })),
    });
  };

  return [
    {
      at: '2025-08-18T09:00',
      run: async () => {
        chainId = (await demo.call('courseChains', 'begin', {})).id;
        await plan(0, '', '2025-08-12', '2025-08-12');
        for (const module of [1, 2, 3]) await plan(module, '', '2025-09-01', '2027-06-25');
      },
    },
    {
      at: '2025-10-06T09:00',
      run: () =>
        round(
          'Første kortlægningsundersøgelse',
          '2025-09-26',
          'Svar fra 31 af 34 lærere og pædagoger og fra 4.–9. klasse.',
          [
            ['Eleverne kan sjældent sige, hvad de skal lære', [4, 5]],
            ['Teamene bruger mødetiden på planlægning frem for elevernes læring', [5]],
          ],
        ),
    },
    { at: '2026-03-13T09:00', run: () => solve('Mellemtrinsteam', 1, '2026-03-12') },
    { at: '2026-04-17T09:00', run: () => solve('Udskolingsteam', 1, '2026-04-16') },
    { at: '2026-05-29T09:00', run: () => solve('Indskolingsteam', 1, '2026-05-28') },
    {
      at: '2026-06-15T09:00',
      run: async () => {
        await round(
          'Anden kortlægningsundersøgelse',
          '2026-06-05',
          'Målene er blevet tydeligere. Resultater bruges endnu mest til at gøre status.',
          [
            ['Tegn på læring følges ikke op i næste forløb', [4, 6]],
            ['Data ses af den enkelte og sjældent af teamet', [6]],
          ],
        );
        await plan(4, 'Tydelige mål og tegn på læring', '2027-09-01', '2027-11-30');
        await plan(5, 'Teammøder om elevernes læring', '2028-09-01', '2028-11-30');
        await plan(6, 'Fra resultater til næste skridt', '2029-09-01', '2029-11-30');
      },
    },
    {
      at: '2026-10-09T09:00',
      run: () => solve('Mellemtrinsteam', 2, '2026-10-08', 'Løst over to teammøder.'),
    },
  ];
}
