/** One entry of a calendar file: its properties, those with parameters under their whole name (`DTSTART;TZID=…`). */
export type CalendarEvent = Readonly<Record<string, string>>;

/** Reads an iCalendar file as another program would (RFC 5545): lines unfolded, texts unescaped. */
export function readCalendar(file: string): { head: string[]; events: CalendarEvent[] } {
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const events: Record<string, string>[] = [];
  let open: Record<string, string> | undefined;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') open = {};
    else if (line === 'END:VEVENT' && open) {
      events.push(open);
      open = undefined;
    } else if (open) {
      const at = line.indexOf(':');
      open[line.slice(0, at)] = line.slice(at + 1).replaceAll(/\\([\\;,])/g, '$1');
    }
  }
  return { head: lines.slice(0, lines.indexOf('BEGIN:VEVENT')), events };
}
