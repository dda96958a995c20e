import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdated, parseBackupName, timeStamp } from './rotation';

const at = (text: string) => `spind-${timeStamp(new Date(text))}.db`;

describe('rotation of backups', () => {
  it('keeps three of today, the newest of each day, ten in all', () => {
    const today = ['08:00', '09:00', '10:00', '11:00'].map((time) => at(`2026-11-23T${time}:00`));
    const days = Array.from({ length: 12 }, (_, n) =>
      at(`2026-11-${String(22 - n).padStart(2, '0')}T08:00:00`),
    );
    const second = at('2026-11-22T07:00:00');
    const gone = outdated([...today, ...days, second, 'note.txt'], '2026-11-23', today[3] ?? '');
    expect(gone.sort()).toEqual([today[0], second, ...days.slice(7)].sort());
  });

  it('keeps what was just taken when the clock ran back ten years', () => {
    const future = Array.from({ length: 10 }, (_, n) =>
      at(`2036-01-${String(n + 1).padStart(2, '0')}T08:00:00`),
    );
    const made = at('2026-11-23T08:00:00');
    expect(outdated([...future, made], '2026-11-23', made)).toEqual([future[0]]);
  });

  it('never removes the one just taken, never keeps more than ten and three', () => {
    const moment = fc.date({ min: new Date('2026-11-01'), max: new Date('2026-11-23'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 60 }), fc.nat(), (moments, pick) => {
        const names = [...new Set(moments.map((m) => `spind-${timeStamp(m)}.db`))];
        const made = names[pick % names.length] ?? '';
        const gone = new Set(outdated(names, '2026-11-23', made));
        const kept = names.filter((name) => !gone.has(name));
        expect(kept).toContain(made);
        expect(kept.length).toBeLessThanOrEqual(10);
        const days = new Set(names.map((name) => name.slice(6, 16)));
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(10, days.size));
        expect(outdated(kept, '2026-11-23', made)).toEqual([]);
      }),
    );
  });

  it('keeps the last three databases that a restore put aside', () => {
    const aside = ['10', '11', '12', '13'].map((day) => `before-restore-2026-11-${day}T080000.db`);
    const made = at('2026-11-23T08:00:00');
    expect(outdated([...aside, made], '2026-11-23', made)).toEqual([aside[0]]);
  });

  it('reads names and only names of its own', () => {
    expect(parseBackupName('spind-2026-11-23T081500.db')).toMatchObject({
      date: '2026-11-23',
      time: '08:15:00',
    });
    expect(parseBackupName('spind-2026-11-23T081500-2.db')?.kind).toBe('backup');
    expect(parseBackupName('spind-2026-11-23T081500.db.partial')).toBeNull();
    expect(parseBackupName('spind-PC2.db')).toBeNull();
  });
});
