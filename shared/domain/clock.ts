/**
 * Reads a time of day as people type it – "13.30", "13:30", "1330", "kl. 8" – as `HH:MM`. Empty gives empty;
 * anything that is no time gives null.
 */
export function parseClock(typed: string): string | null {
  const text = typed.trim().replace(/^kl\.?\s*/i, '');
  if (text === '') return '';
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
