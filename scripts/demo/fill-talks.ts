import { addDays } from '@shared/domain/dates';
import { schoolYearOf } from '@shared/domain/school-year';
import type { DemoPromise, DemoTalk } from './demo-talk';
import { lastSeason } from './last-season';
import type { DemoMachine } from './machine';
import { pastTalks } from './past-talks';
import { agreeLevels, rate } from './rate';
import type { Staff } from './seed';
import { heldThisSeason, planned } from './this-season';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };
type KeptPromise = { readonly id: string; readonly who: string; readonly promise: DemoPromise };

/** Plays five years of talks in the order they happened. Answers whose plans are to be signed. */
export async function fillHistory(demo: DemoMachine, staff: Staff): Promise<string[]> {
  const held = [...pastTalks, ...lastSeason, ...heldThisSeason];
  const promises: KeptPromise[] = [];
  const talkIds = new Map<DemoTalk, string>();
  const employeeId = (number: string) => staff.get(number)?.id ?? '';

  const plan = (talk: DemoTalk, at: string): Event => ({
    at,
    run: async () => {
      const { heldOn, startsAt } = talk;
      const { id } = await demo.call('talks', 'plan', {
        employeeId: employeeId(talk.who),
        heldOn,
        startsAt,
        place: 'Kontoret',
      });
      talkIds.set(talk, id);
    },
  });
  const ratings = (talk: DemoTalk, at: string): Event => ({
    at,
    run: () => rate(demo, talkIds.get(talk) ?? '', talk),
  });
  const hold = (talk: DemoTalk): Event => ({
    at: `${talk.heldOn}T${talk.startsAt}`,
    run: () => holdTalk(demo, talk, talkIds.get(talk) ?? '', employeeId(talk.who), promises),
  });
  const marks = held.flatMap((talk) =>
    (talk.promises ?? []).flatMap(({ activity, outcome }): Event[] => {
      if (!outcome?.markedOn) return [];
      const run = async () => {
        const found = promises.find((one) => one.who === talk.who && one.promise.activity === activity);
        const { state, reason } = outcome;
        await demo.call('agreements', 'mark', { id: found?.id ?? '', state, reason, talkId: null });
      };
      return [{ at: `${outcome.markedOn}T15:30`, run }];
    }),
  );

  const events = [
    ...held.flatMap((talk) => [
      plan(talk, `${addDays(talk.heldOn, -21)}T08:30`),
      ...(talk.self || talk.leader ? [ratings(talk, `${addDays(talk.heldOn, -8)}T14:00`)] : []),
      hold(talk),
    ]),
    ...marks,
    ...planned.flatMap((talk, index) => [
      plan(talk, `2026-11-02T09:${String(10 + index)}`),
      ...(talk.self || talk.leader ? [ratings(talk, `2026-11-${String(16 + index)}T14:00`)] : []),
    ]),
  ].sort((a, b) => a.at.localeCompare(b.at));
  for (const { at, run } of events) {
    demo.setNow(at);
    await run();
  }
  demo.setNow('2026-11-20T15:00');
  return held.filter((talk) => talk.plan === 'signed').map((talk) => staff.get(talk.who)?.name ?? '');
}

async function holdTalk(
  demo: DemoMachine,
  talk: DemoTalk,
  talkId: string,
  employeeId: string,
  promises: KeptPromise[],
): Promise<void> {
  const schoolYear = schoolYearOf(talk.heldOn);
  const earlier = (await demo.call('agreements', 'earlier', { talkId })).agreements;
  for (const { id } of earlier.filter(({ state }) => state === 'open')) {
    const outcome = promises.find((one) => one.id === id)?.promise.outcome ?? laterOutcome;
    await demo.call('agreements', 'mark', { id, state: outcome.state, reason: outcome.reason, talkId });
  }
  if (talk.agreed) await agreeLevels(demo, talkId, talk.agreed);
  for (const [index, text] of (talk.notes ?? []).entries()) {
    if (text) await demo.call('talks', 'saveNote', { talkId, area: index + 1, text });
  }
  if (talk.teachingGoals) {
    await demo.call('trainingPlans', 'saveGoals', { employeeId, schoolYear, text: talk.teachingGoals });
  }
  for (const promise of talk.promises ?? []) {
    const id = await savePromise(demo, promise, { talkId, employeeId, schoolYear });
    promises.push({ id, who: talk.who, promise });
  }
  await demo.call('talks', 'close', { id: talkId, emptyPlanReason: '' });
  if (talk.plan === 'agreed' || talk.plan === 'signed') {
    const { plan } = await demo.call('trainingPlans', 'get', { employeeId, schoolYear });
    await demo.call('trainingPlans', 'agree', { planId: plan?.id ?? '' });
  }
}

/** What became of a promise that nobody told about before the next talk. */
const laterOutcome = { state: 'kept', reason: 'Gennemført som aftalt.' } as const;

async function savePromise(
  demo: DemoMachine,
  { plan, outcome: _outcome, ...words }: DemoPromise,
  place: { talkId: string; employeeId: string; schoolYear: string },
): Promise<string> {
  const { priorities } = await demo.call('school', 'priorities', {});
  const line = plan && {
    cell: plan.cell,
    priorityId: priorities.find(({ name }) => name === plan.priority)?.id ?? null,
    taskKind: plan.intended ? ('intended' as const) : ('present' as const),
    taskName: plan.task,
  };
  return (await demo.call('agreements', 'save', { ...words, ...place, plan: line ?? null })).id;
}
