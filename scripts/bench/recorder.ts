import type { Database } from '../../electron/data/open';

type Sqlite = Database['$client'];
type Step = { sql: string; method: 'all' | 'get' | 'run'; raw: boolean; values: unknown[] };

/** Every statement that `work` runs, in order, with its values. */
export async function record(sqlite: Sqlite, work: () => unknown): Promise<Step[]> {
  const steps: Step[] = [];
  const prepare = sqlite.prepare;
  const spy = (sql: string) => {
    const statement = prepare.call(sqlite, sql);
    const watched = (raw: boolean): unknown =>
      new Proxy(statement, {
        get(target, name) {
          if (name === 'raw') {
            return () => {
              target.raw(true);
              return watched(true);
            };
          }
          if (name === 'all' || name === 'get' || name === 'run') {
            return (...values: unknown[]) => {
              steps.push({ sql, method: name, raw, values });
              return (target[name] as (...all: unknown[]) => unknown).call(target, ...values);
            };
          }
          const value = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    return watched(false);
  };
  sqlite.prepare = spy as typeof prepare;
  try {
    await work();
  } finally {
    sqlite.prepare = prepare;
  }
  if (steps.length === 0) throw new Error('nothing was asked of the database');
  return steps;
}

/** The same statements, prepared once and run raw on the same connection: the least that could read the same. */
export function replay(sqlite: Sqlite, steps: readonly Step[]): () => void {
  const ready = steps.map(({ sql, method, raw, values }) => {
    const statement = sqlite.prepare(sql);
    if (raw) statement.raw(true);
    return () => statement[method](...values);
  });
  return () => {
    for (const run of ready) run();
  };
}
