import type { InputOf } from '@shared/contract';
import type { DemoMachine } from './machine';
import type { DemoSchool } from './school-life';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };
type Draft = InputOf<'funds', 'createDraft'>;

/**
 * Two applications (DOMAIN §6.3): Kirsten’s academy module in the HK area, made on 26 October and not signed yet (story
 * 10); and Gitte’s KiU, drafted to the school’s own pool, since area VII pays for six days at most (story 1).
 */
export function fundApplications(demo: DemoMachine, { employeeId }: DemoSchool): Event[] {
  const setId = async (area: string) => {
    const { funds } = await demo.call('funds', 'rules', {});
    for (const { name, sets } of funds)
      for (const set of sets) if ((set.area || name) === area) return set.id;
    throw new Error(`No fund has the rules ${area}.`);
  };
  const draft = async (who: string, activity: RegExp, given: Partial<Draft> & Pick<Draft, 'ruleSetId'>) => {
    const { facts, lines } = await demo.call('funds', 'openings', { employeeId: employeeId(who) });
    const line = lines.find(({ title }) => activity.test(title));
    return demo.call('funds', 'createDraft', {
      employeeId: employeeId(who),
      agreementId: line?.agreementId ?? null,
      enrolmentId: line?.enrolmentId ?? null,
      title: line?.title ?? '',
      provider: line?.provider ?? '',
      startsOn: line?.startsOn ?? '',
      costs: line?.costs ?? [],
      ...given,
      facts: { ...facts, ...line?.facts, ...given.facts },
    });
  };

  return [
    {
      at: '2026-10-26T09:30',
      run: async () => {
        // Birgitte compares the HK rules with the fund’s page before she applies.
        const ruleSetId = await setId('HK Kommunal');
        await demo.call('funds', 'checkedToday', { id: ruleSetId });
        const known = (await demo.call('funds', 'openings', { employeeId: employeeId('T01') })).facts;
        const { applicationId } = await draft('T01', /^Akademimodul: kommunikation/, {
          ruleSetId,
          title: 'Akademimodul: kommunikation i praksis',
          provider: 'Erhvervsakademiet',
          startsOn: '2027-02-01',
          costs: [{ kind: 'fee', amountOre: 1_120_000, note: '' }],
          facts: {
            ...known,
            unionArea: 'hk',
            level: 'academy',
            days: 8,
            provider: 'public',
            isFormal: true,
            compulsory: 'no',
            includesVat: false,
            isPoolOpen: true,
          },
        });
        await demo.call('funds', 'step', {
          applicationId,
          state: 'sent',
          onDate: '2026-10-26',
          reason: '',
          grantedOre: null,
        });
      },
    },
    {
      at: '2026-11-20T10:00',
      run: async () => {
        const { lines, facts } = await demo.call('funds', 'openings', { employeeId: employeeId('L24') });
        const known = lines.find(({ title }) => title.startsWith('KiU dansk'))?.facts ?? facts;
        await draft('L24', /^KiU dansk/, {
          ruleSetId: await setId('Skolens generelle pulje'),
          facts: {
            ...known,
            unionArea: 'lc',
            level: 'otherLevel',
            focus: 'subject',
            provider: 'public',
            compulsory: 'no',
            includesVat: false,
          },
        });
      },
    },
  ];
}
