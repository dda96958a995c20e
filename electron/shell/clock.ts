import { app } from 'electron';

/**
 * The clock everything reads. An unpackaged build may start at another moment (`SPIND_CLOCK=2026-11-23T08:00:00`),
 * for the demo school and for tests; from there it runs on as usual.
 */
export function startClock(): () => Date {
  const wanted = app.isPackaged ? undefined : process.env.SPIND_CLOCK;
  const start = wanted ? Date.parse(wanted) : Number.NaN;
  if (Number.isNaN(start)) return () => new Date();
  const offset = start - Date.now();
  return () => new Date(Date.now() + offset);
}
