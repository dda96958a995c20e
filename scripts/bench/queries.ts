import { contract } from '@shared/contract';
import type { FeatureContract } from '@shared/contract/core';
import { openDatabase } from '../../electron/data/open';
import type { Context, Handlers, Machine } from '../../electron/features/context';
import { createContext } from '../../electron/features/create-context';
import { handlers } from '../../electron/features/index';
import { createRouter } from '../../electron/features/router';
import { type Figure, figureOf, median, ratioOf, takePairs, whileSteady } from './figure';
import { record, replay } from './recorder';
import { type BenchSchool, benchNow } from './school';

const wanted = 1.25;
const schoolYear = '2026/27';

/** The season laid out anew, as the Season page proposes it. */
const proposal = {
  schoolYear,
  first: '2026-11-24',
  last: '2027-01-29',
  maxPerDay: 4,
  pauseMinutes: 15,
  keep: true,
};

/** What the pages ask most, about a person in the middle of the list. */
const calls: readonly (readonly [feature: string, name: string, input: object])[] = [
  ['employees', 'list', {}],
  ['employees', 'get', { id: 'employee-50' }],
  ['today', 'get', {}],
  ['talks', 'list', { schoolYear }],
  ['talks', 'get', { id: 'talk-50-2025/26' }],
  ['agreements', 'earlier', { talkId: 'talk-49-2026/27' }],
  ['agreements', 'forEmployee', { employeeId: 'employee-50' }],
  ['trainingPlans', 'list', { schoolYear }],
  ['trainingPlans', 'get', { employeeId: 'employee-48', schoolYear }],
  ['ratings', 'overview', { talkId: 'talk-48-2025/26' }],
  ['documents', 'list', {}],
  ['spiders', 'get', { versionId: 'version-0' }],
  ['season', 'due', { schoolYear }],
  ['season', 'propose', proposal],
  ['overview', 'talks', {}],
  ['overview', 'promises', {}],
  ['overview', 'spread', { teamId: null }],
  ['history', 'timeline', { employeeId: 'employee-50' }],
  ['history', 'ratings', { employeeId: 'employee-50' }],
  ['notes', 'forSubject', { about: { employeeId: 'employee-50' } }],
  ['leaders', 'list', {}],
  ['handover', 'preview', { leaderId: 'employee-9', toLeaderId: 'employee-21', onDate: '2027-02-01' }],
  ['search', 'find', { text: 'samarbejde' }],
];

/** Each handler ÷ the statements it runs, prepared once and run raw on the same connection, without any work after. */
export async function measureQueries(school: BenchSchool, pairs: number): Promise<Figure[]> {
  const { dataFolder, dataKey, migrationsFolder } = school;
  const open = openDatabase({
    folder: dataFolder,
    dataKey,
    migrationsFolder,
    appVersion: '0.1.0',
    now: benchNow,
  });
  try {
    const context = createContext({
      now: benchNow,
      machine: { readPreferences: () => ({ language: 'da', theme: 'system' }) } as unknown as Machine,
      tell: () => undefined,
    });
    context.session.state = 'leader';
    context.session.open = open;
    const figures: Figure[] = [];
    for (const [feature, name, input] of calls)
      figures.push(await measure(context, feature, name, input, pairs));
    return figures;
  } finally {
    open.close();
  }
}

async function measure(
  context: Context,
  feature: string,
  name: string,
  input: object,
  pairs: number,
): Promise<Figure> {
  const all = handlers as Readonly<Record<string, Handlers<FeatureContract>>>;
  const handler = all[feature]?.[name];
  if (!handler) throw new Error(`there is no ${feature}.${name}`);
  const sqlite = context.db.$client;
  const statements = await record(sqlite, () => handler(context, input));
  const raw = replay(sqlite, statements);
  const handled = () => handler(context, input);
  const router = createRouter(
    contract as Readonly<Record<string, FeatureContract>>,
    all,
    context,
    (error) => {
      throw error;
    },
  );
  const answered = async () => {
    const reply = await router(feature, name, input);
    if (!reply.ok) throw new Error(`${feature}.${name}: ${reply.error.message}`);
  };

  await timeOf(answered, 200);
  // A sample of ours takes some 30 ms, so that the clock and the collector of garbage weigh little.
  const times = Math.max(2, Math.ceil(30 / (await timeOf(handled, 20))));
  const { samples, repeats } = await whileSteady(() =>
    takePairs(
      pairs,
      () => timeOf(handled, times),
      () => timeOf(raw, times),
    ),
  );
  const control = await takePairs(
    5,
    () => timeOf(() => [raw(), raw()], times),
    () => timeOf(raw, times),
  );
  const through = await takePairs(
    5,
    () => timeOf(answered, times),
    () => 0,
  );
  return figureOf(`query ${feature}.${name}`, samples, {
    wanted,
    repeats,
    control: ratioOf(control),
    note: `${statements.length} statements; ${median(through.ours).toFixed(3)} ms with the contract's check of input and output`,
  });
}

/** Milliseconds a call, over so many calls. */
async function timeOf(work: () => unknown, times: number): Promise<number> {
  const started = performance.now();
  for (let round = 0; round < times; round++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - started) / times;
}
