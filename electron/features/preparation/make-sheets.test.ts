import { randomUUID } from 'node:crypto';
import { usualRights } from '@shared/domain/talk-frequency';
import { refuse } from '@shared/domain/text';
import { describe, expect, it } from 'vitest';
import { employees, teamMemberships } from '../../data/schema/employees';
import { talkFrequencyRules } from '../../data/schema/season';
import { talks } from '../../data/schema/talks';
import type { PrintJob } from '../context';
import { preparationSchool } from './test-preparation';
import { printedSheet } from './test-print';

type Made = { folder: string; files: string[]; total: number; cancelled: boolean } | null;

/** As many employees as asked for, each with a talk of questions alone. */
async function manyTalks(at: ReturnType<typeof preparationSchool>, count: number): Promise<string[]> {
  const { db } = at.context;
  const talkIds: string[] = [];
  for (let number = 1; number <= count; number++) {
    const id = randomUUID();
    db.insert(employees)
      .values({
        id,
        employeeNumber: `L${String(number).padStart(3, '0')}`,
        name: `Ansat ${number}`,
        categoryId: 'support',
        title: '',
        employmentDate: '2012-08-01',
        leavingDate: null,
        employmentPercent: 100,
        note: '',
        createdAt: '2026-08-01T06:00:00.000Z',
      })
      .run();
    talkIds.push(await at.plan(id, '2026-12-01', ''));
  }
  db.update(talks).set({ templateVersionId: null }).run();
  return talkIds;
}

describe('150 sheets in one go', () => {
  it('tells how far it is after each, and writes every one', async () => {
    const at = preparationSchool();
    const talkIds = await manyTalks(at, 150);
    const made = await at.call<Made>('preparation', 'make', {
      talkIds: [...talkIds, ...talkIds.slice(0, 3)],
    });
    expect(made).toMatchObject({ folder: 'Forberedelse', total: 150, cancelled: false });
    expect(made?.files).toHaveLength(150);
    expect(made?.files[6]).toBe('forberedelse-L007.pdf');
    expect([...at.folder.keys()]).toEqual(made?.files);
    expect(at.sheets()).toHaveLength(150);
    const progress = at.told.filter(({ event }) => event === 'progress').map(({ payload }) => payload);
    expect(progress).toEqual(
      Array.from({ length: 151 }, (_, done) => ({ job: 'preparation', done, total: 150 })),
    );
  }, 60_000);

  it('stops when it is told to, keeps what is written, and lets another begin', async () => {
    let printed = 0;
    const at = preparationSchool({
      pdf: async (job: PrintJob) => {
        printed += 1;
        if (printed === 4) await at.call('preparation', 'cancel', {});
        return printedSheet(job);
      },
    });
    const talkIds = await manyTalks(at, 20);
    const made = await at.call<Made>('preparation', 'make', { talkIds });
    expect(made).toMatchObject({ total: 20, cancelled: true });
    expect(made?.files).toEqual(['001', '002', '003', '004'].map((number) => `forberedelse-L${number}.pdf`));
    expect(printed).toBe(4);
    expect(at.sheets()).toHaveLength(4);
    const again = await at.call<Made>('preparation', 'make', { talkIds: talkIds.slice(0, 1) });
    expect(again).toMatchObject({ cancelled: false, files: ['forberedelse-L001-2.pdf'] });
  });

  it('is one making at a time', async () => {
    const at = preparationSchool({
      pdf: async (job: PrintJob) => {
        await expect(at.call('preparation', 'make', { talkIds })).rejects.toThrow(/laves allerede/);
        return printedSheet(job);
      },
    });
    const talkIds = await manyTalks(at, 2);
    expect(await at.call<Made>('preparation', 'make', { talkIds })).toMatchObject({ total: 2 });
  });

  it('says what was written when the disk is full half way', async () => {
    const folder: string[] = [];
    const at = preparationSchool({
      chooseFolder: async () => ({
        name: 'USB',
        save: async (name) => {
          if (folder.length === 2) throw refuse('conflict', { da: 'Der er ikke plads.', en: 'No room.' });
          folder.push(name);
          return name;
        },
      }),
    });
    const talkIds = await manyTalks(at, 5);
    await expect(at.call('preparation', 'make', { talkIds })).rejects.toThrow(
      /2 ark er gemt, resten mangler\. Der er ikke plads\./,
    );
    expect(folder).toHaveLength(2);
  });

  it('is nothing when no folder is chosen, and refused for a talk that is closed or gone', async () => {
    const at = preparationSchool({ chooseFolder: async () => null });
    const [talkId = ''] = await manyTalks(at, 1);
    expect(await at.call('preparation', 'make', { talkIds: [talkId] })).toBeNull();
    expect(at.sheets()).toEqual([]);
    await expect(at.call('preparation', 'make', { talkIds: ['væk'] })).rejects.toThrow(/findes ikke/);
    at.context.db.update(talks).set({ closedAt: '2026-11-22T10:00:00.000Z' }).run();
    await expect(at.call('preparation', 'make', { talkIds: [talkId] })).rejects.toThrow(/er lukket/);
  });
});

describe('what a sheet prints', () => {
  const printed = async (prepare?: (at: ReturnType<typeof preparationSchool>) => Promise<void>) => {
    const jobs: PrintJob[] = [];
    const at = preparationSchool({
      pdf: (job: PrintJob) => {
        jobs.push(job);
        return printedSheet(job);
      },
    });
    await prepare?.(at);
    await at.make(await at.plan('pernille', '2026-11-30'));
    return { at, data: jobs.at(-1)?.data };
  };

  it('is the invitation as it stands, with the day both ratings are due', async () => {
    const { at, data } = await printed();
    expect(data).toMatchObject({
      schoolName: 'Lærkemoseskolen',
      kind: 'MUS',
      employeeName: 'Pernille Aagaard',
      employeeRole: 'lærer og læsevejleder',
      leaderName: 'Birgitte Halkjær',
      leaderTitle: 'skoleleder',
      startsAt: '13:30',
      place: 'Kontoret',
      handBackBy: '2026-11-23',
      sheetCode: expect.stringMatching(/^[0-9A-F]{4} [0-9A-F]{4}$/),
      rights: usualRights.da,
    });
    expect(at.sheets()[0]?.id.replaceAll('-', '').toUpperCase()).toContain(
      (data as { sheetCode: string }).sheetCode.replace(' ', ''),
    );
  });

  it('says what the employee may count on, in her unit’s words before the school’s', async () => {
    const rule = { pattern: 'MUS', startYear: '2026/27' };
    const school = { ...rule, id: 'r', teamId: null, rights: 'En samtale om året.' };
    const { data: ofSchool } = await printed(async (at) => {
      at.context.db.insert(talkFrequencyRules).values(school).run();
    });
    expect(ofSchool).toMatchObject({ rights: 'En samtale om året.' });
    const { data: ofUnit } = await printed(async (at) => {
      const { id } = await at.call<{ id: string }>('teams', 'save', { name: 'Indskoling', type: 'team' });
      const since = { id: 'm', teamId: id, employeeId: 'pernille', fromDate: '2026-08-01', toDate: null };
      at.context.db.insert(teamMemberships).values(since).run();
      const own = { ...rule, id: 'o', teamId: id, rights: 'To samtaler om året.' };
      at.context.db.insert(talkFrequencyRules).values([school, own]).run();
    });
    expect(ofUnit).toMatchObject({ rights: 'To samtaler om året.' });
  });
});
