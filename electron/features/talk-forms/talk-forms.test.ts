import type { OutputOf } from '@shared/contract';
import type { FormDraft } from '@shared/contract/talk-forms';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { standardForm } from '@shared/domain/talk-areas';
import { formLimits, writtenForm } from '@shared/domain/talk-forms/written-form';
import type { TalkKind } from '@shared/domain/talk-kinds';
import { describe, expect, it } from 'vitest';
import { areasOf, formFor } from '../../data/queries/talk-forms';
import { teams } from '../../data/schema/employees';
import { auditLog } from '../../data/schema/school';
import { talkFormAreas, talkForms, talkFormVersions } from '../../data/schema/talk-forms';
import type { ChosenFile, Machine } from '../context';
import { testSchool } from '../talks-test-school';
import { testContext } from '../test-context';
import { formFileBytes } from './form-file';

type Got = OutputOf<'talkForms', 'get'>;
type Chosen = OutputOf<'talkForms', 'choose'>;

function withSchool(machine: Partial<Machine> = {}) {
  const test = testContext({ machine });
  const { db } = test.context;
  for (const [id, removedAt] of [
    ['indskoling', null],
    ['mellemtrin', null],
    ['gammelt', '2025-08-01T06:00:00.000Z'],
  ] as const) {
    db.insert(teams).values({ id, name: id, type: 'team', spiderTemplateId: null, removedAt }).run();
  }
  const ask = <T>(name: string, input: unknown = {}) => test.call<T>('talkForms', name, input);
  return {
    ...test,
    ask,
    create: async (change: Record<string, unknown> = {}) =>
      (
        await ask<{ versionId: string }>('create', {
          kind: 'MUS',
          name: 'Vores MUS',
          unitId: null,
          from: null,
          ...change,
        })
      ).versionId,
    get: (versionId: string) => ask<Got>('get', { versionId }),
    list: async () => (await ask<OutputOf<'talkForms', 'list'>>('list')).forms,
    used: (kind: TalkKind, ...units: string[]) => formFor(db, kind, units)?.versionId ?? null,
    rows: () =>
      [talkForms, talkFormVersions, talkFormAreas].map((table) => db.select().from(table).all().length),
  };
}

/** Publishes a draft a minute after whatever was done before. */
const publishing = ({ ask, setNow }: ReturnType<typeof withSchool>) => {
  let minute = 0;
  return (versionId: string) => {
    minute += 1;
    setNow(`2026-11-23T13:${String(minute).padStart(2, '0')}:00`);
    return ask('publish', { versionId });
  };
};

const short: FormDraft = {
  purpose: 'Vi taler om året.',
  notForDiscussion: 'Løn',
  areas: [
    {
      title: 'Siden sidst',
      short: 'Sidst',
      questions: 'Hvad blev til noget?\n\n Hvad lærte vi? ',
      part: 'followUp',
    },
    { title: 'Trivsel og hverdag', short: 'Trivsel', questions: '', part: 'note' },
    { title: 'Plan for året', short: 'Plan', questions: 'Hvem gør hvad?', part: 'plan' },
  ],
};

describe('the school’s own forms', () => {
  it('begin as the one that comes with Spind, word for word', async () => {
    const { create, get, list } = withSchool();
    for (const kind of ['MUS', 'TUS', 'GRUS', 'KUS'] as const) {
      const { content, version } = await get(await create({ kind }));
      expect(content).toEqual(writtenForm(standardForm(kind), 'da'));
      expect(version).toMatchObject({ number: 1, publishedAt: null });
    }
    expect((await list()).map(({ isUsed, talks }) => [isUsed, talks])).toEqual(Array(4).fill([false, 0]));
  });

  it('keep a half-written draft as it is, and freeze at publishing', async () => {
    const { ask, create, get, context } = withSchool();
    const versionId = await create();
    const half = { ...short, areas: [{ title: '', short: '', questions: 'Hv\n', part: 'plan' as const }] };
    await ask('saveDraft', { versionId, content: half });
    expect((await get(versionId)).content).toEqual(half);
    await expect(ask('publish', { versionId })).rejects.toThrow(
      /kan ikke udgives endnu.*mindst 2.*første hovedområde.*Skriv en overskrift/,
    );
    await ask('saveDraft', { versionId, content: { ...short, purpose: ' ' } });
    await expect(ask('publish', { versionId })).rejects.toThrow(/mangler samtalens formål/);
    await ask('saveDraft', { versionId, content: short });
    await ask('publish', { versionId });
    await expect(ask('saveDraft', { versionId, content: half })).rejects.toThrow(/ligger fast/);
    await expect(ask('discardDraft', { versionId })).rejects.toThrow(/ligger fast/);
    expect((await get(versionId)).content).toEqual(short);
    expect(areasOf(context.db, { kind: 'MUS', formVersionId: versionId })).toEqual([
      {
        number: 1,
        title: { da: 'Siden sidst', en: 'Siden sidst' },
        short: { da: 'Sidst', en: 'Sidst' },
        questions: [
          { da: 'Hvad blev til noget?', en: 'Hvad blev til noget?' },
          { da: 'Hvad lærte vi?', en: 'Hvad lærte vi?' },
        ],
        part: 'followUp',
      },
      expect.objectContaining({ number: 2, questions: [], part: 'note' }),
      expect.objectContaining({ number: 3, part: 'plan' }),
    ]);
    expect(areasOf(context.db, { kind: 'TUS', formVersionId: null })).toBe(standardForm('TUS').areas);
  });

  it('come in versions: the old wording stays for talks that have it', async () => {
    const school = withSchool();
    const { ask, create, get, list, used } = school;
    const publish = publishing(school);
    const first = await create();
    const { formId } = await get(first);
    await publish(first);
    expect(used('MUS')).toBe(first);
    const before = await get(first);
    const { versionId: second } = await ask<{ versionId: string }>('startVersion', { formId });
    expect(await ask('startVersion', { formId })).toEqual({ versionId: second });
    expect((await get(first)).draftId).toBe(second);
    expect((await get(second)).content).toEqual(before.content);
    await ask('saveDraft', { versionId: second, content: short });
    expect(used('MUS')).toBe(first);
    await publish(second);
    expect(used('MUS')).toBe(second);
    expect((await get(first)).content).toEqual(before.content);
    expect(await list()).toMatchObject([
      { published: { id: second, number: 2 }, draft: null, tabs: ['Sidst', 'Trivsel', 'Plan'], isUsed: true },
    ]);
  });

  it('belong to a unit or the whole school: the unit’s own goes first, the newest before an older', async () => {
    const school = withSchool();
    const { ask, context, create, get, list, used } = school;
    const publish = publishing(school);
    const whole = await create({ name: 'Hele skolen' });
    const own = await create({ name: 'Indskolingen', unitId: 'indskoling' });
    await create({ name: 'Kladde', unitId: 'mellemtrin' });
    await create({ kind: 'TUS', name: 'TUS' });
    expect(used('MUS', 'indskoling')).toBeNull();
    await publish(whole);
    await publish(own);
    expect([used('MUS', 'indskoling'), used('MUS', 'mellemtrin'), used('MUS')]).toEqual([own, whole, whole]);
    expect([used('MUS', 'mellemtrin', 'indskoling'), used('KUS', 'indskoling'), used('TUS')]).toEqual([
      own,
      null,
      null,
    ]);
    const newer = await create({ name: 'Ny til hele skolen' });
    await publish(newer);
    expect(used('MUS')).toBe(newer);
    expect(formFor(context.db, 'MUS', [])).toEqual({
      versionId: newer,
      purpose: standardForm('MUS').purpose.da,
      notForDiscussion: standardForm('MUS').notForDiscussion.da,
    });
    expect((await list()).map(({ name, unit, isUsed }) => [name, unit?.name, isUsed])).toEqual([
      ['Hele skolen', undefined, false],
      ['Ny til hele skolen', undefined, true],
      ['TUS', undefined, false],
      ['Indskolingen', 'indskoling', true],
      ['Kladde', 'mellemtrin', false],
    ]);
    const { formId } = await get(own);
    await ask('save', { formId, name: ' Fælles ', unitId: 'mellemtrin' });
    expect([used('MUS', 'indskoling'), used('MUS', 'mellemtrin')]).toEqual([newer, own]);
    expect(await get(own)).toMatchObject({ name: 'Fælles', unit: { id: 'mellemtrin' } });
    await expect(ask('save', { formId, name: 'x', unitId: 'gammelt' })).rejects.toThrow(/Teamet findes ikke/);
    await expect(create({ unitId: 'ukendt' })).rejects.toThrow(/Teamet findes ikke/);
  });

  it('go and come back', async () => {
    const school = withSchool();
    const { ask, create, get, list, used } = school;
    const versionId = await create();
    const { formId } = await get(versionId);
    await ask('saveDraft', { versionId, content: short });
    const thrown = await ask<{ formId: string; content: FormDraft }>('discardDraft', { versionId });
    expect(await list()).toEqual([]);
    const back = await ask<{ versionId: string }>('restoreDraft', thrown);
    expect((await get(back.versionId)).content).toEqual(short);
    await expect(ask('restoreDraft', thrown)).rejects.toThrow(/allerede en nyere kladde/);
    await publishing(school)(back.versionId);

    const next = await ask<{ versionId: string }>('startVersion', { formId });
    await ask('discardDraft', next);
    expect((await list())[0]).toMatchObject({ draft: null, isUsed: true });

    await ask('remove', { formId });
    expect([await list(), used('MUS')]).toEqual([[], null]);
    expect((await get(back.versionId)).content).toEqual(short);
    await ask('restore', { formId });
    expect([(await list()).length, used('MUS')]).toEqual([1, back.versionId]);
  });

  it('are copied within a kind, and what is gone is refused', async () => {
    const { ask, create, get, rows } = withSchool();
    const versionId = await create();
    await ask('saveDraft', { versionId, content: short });
    const copy = await create({ name: 'Kopi', from: { versionId } });
    expect((await get(copy)).content).toEqual(short);
    expect((await get(copy)).formId).not.toBe((await get(versionId)).formId);
    const before = rows();
    await expect(create({ kind: 'TUS', from: { versionId } })).rejects.toThrow(/anden slags samtale/);
    for (const [name, input] of [
      ['get', { versionId: 'x' }],
      ['startVersion', { formId: 'x' }],
      ['saveDraft', { versionId: 'x', content: short }],
      ['publish', { versionId: 'x' }],
      ['discardDraft', { versionId: 'x' }],
      ['restoreDraft', { formId: 'x', content: short }],
      ['save', { formId: 'x', name: 'x', unitId: null }],
      ['remove', { formId: 'x' }],
      ['restore', { formId: 'x' }],
      ['exportFile', { source: { versionId: 'x' } }],
      ['create', { kind: 'MUS', name: 'x', unitId: null, from: { token: 'x' } }],
    ] as const) {
      await expect(ask(name, input), name).rejects.toThrow(/not-found/);
    }
    expect(rows()).toEqual(before);
  });

  it('stand byte for byte as they were typed, and leave no words in the log', async () => {
    const { ask, create, get, context, failures } = withSchool();
    const versionId = await create();
    for (const text of hostileTexts) {
      const cut = (room: number) => text.trim().slice(0, room).trim();
      const content: FormDraft = {
        purpose: text,
        notForDiscussion: text,
        areas: [
          { title: cut(formLimits.title), short: cut(formLimits.short), questions: text, part: 'followUp' },
          { title: 'x', short: 'x', questions: text, part: 'plan' },
        ],
      };
      if (text.length > formLimits.invitation) continue;
      await ask('saveDraft', { versionId, content });
      expect((await get(versionId)).content).toEqual(content);
    }
    const { formId } = await get(versionId);
    for (const name of hostileTexts.map((text) => text.trim()).filter((text) => text && text.length <= 200)) {
      await ask('save', { formId, name, unitId: null });
      expect((await get(versionId)).name).toBe(name);
    }
    expect(failures).toEqual([]);
    expect(JSON.stringify(context.db.select().from(auditLog).all())).not.toMatch(/script|DROP TABLE/);
  });
});

describe('a form from a file', () => {
  const csv = (...lines: string[]): ChosenFile => ({
    name: 'skema.csv',
    bytes: Buffer.from(['Hovedområde;Fane;Spørgsmål;Indhold', ...lines].join('\r\n'), 'latin1'),
  });

  it('is shown before it counts, and begins where the file is silent as Spind’s own does', async () => {
    const files = [
      csv('Siden sidst;Sidst;Hvad blev til noget?|Hvad ikke?;Opfølgning', 'Plan;Plan;;Handlingsplan'),
    ];
    const { ask, create, get, rows } = withSchool({ chooseFile: async () => files.shift() ?? null });
    const chosen = await ask<NonNullable<Chosen>>('choose', { kind: 'KUS' });
    expect(chosen).toMatchObject({
      fileName: 'skema.csv',
      problems: [],
      content: {
        purpose: standardForm('KUS').purpose.da,
        areas: [
          {
            title: 'Siden sidst',
            short: 'Sidst',
            questions: 'Hvad blev til noget?\nHvad ikke?',
            part: 'followUp',
          },
          { title: 'Plan', short: 'Plan', questions: '', part: 'plan' },
        ],
      },
    });
    expect(rows()).toEqual([0, 0, 0]);
    const from = { token: chosen.token };
    await expect(create({ kind: 'MUS', from })).rejects.toThrow(/anden slags samtale/);
    expect((await get(await create({ kind: 'KUS', from }))).content).toEqual(chosen.content);
    expect(await ask('choose', { kind: 'KUS' })).toBeNull();
  });

  it('with a problem is told by row and field in the reader’s language, and nothing of it is kept', async () => {
    const { ask, rows, failures } = withSchool({
      chooseFile: async () => csv('Siden sidst;;Hvad?;Opfølgning', 'Plan;Plan;;Handleplan'),
    });
    expect(await ask('choose', { kind: 'MUS' })).toEqual({
      token: null,
      fileName: 'skema.csv',
      content: null,
      problems: [
        { row: 2, message: 'Fane: Skriv et par ord til fanen.' },
        { row: 3, message: expect.stringMatching(/^Indhold: »Handleplan« kendes ikke\. Skriv et af ordene/) },
      ],
    });
    expect(rows()).toEqual([0, 0, 0]);
    expect(failures).toEqual([]);
  });

  it('is written out and read in as the same form, a version as well as Spind’s own', async () => {
    let saved: ChosenFile | null = null;
    let answer = true;
    const { ask, create, get } = withSchool({
      saveFile: async (kind, name, bytes) => {
        expect(kind).toBe('table');
        saved = { name, bytes };
        return answer;
      },
      chooseFile: async (_kind, most) => {
        expect(most).toBe(formFileBytes);
        return saved;
      },
    });
    const versionId = await create();
    const lines = {
      ...short,
      areas: short.areas.map((area) => ({ ...area, questions: '=1+1\nÆgte »ø« "å"' })),
    };
    await ask('saveDraft', { versionId, content: lines });
    expect(await ask('exportFile', { source: { versionId } })).toEqual({ saved: true });
    expect(saved).toMatchObject({ name: 'samtaleskema-mus.xlsx' });
    const { token, content } = await ask<NonNullable<Chosen>>('choose', { kind: 'MUS' });
    expect(content).toEqual(lines);
    expect((await get(await create({ from: { token } }))).content).toEqual(lines);

    for (const kind of ['MUS', 'TUS', 'GRUS', 'KUS'] as const) {
      await ask('exportFile', { source: { kind } });
      const again = await ask<NonNullable<Chosen>>('choose', { kind });
      expect(again.content).toEqual(writtenForm(standardForm(kind), 'da'));
    }
    answer = false;
    expect(await ask('exportFile', { source: { kind: 'MUS' } })).toEqual({ saved: false });
  });
});

describe('a talk', () => {
  it('keeps the version it was planned with when a newer one is published or the form is removed', async () => {
    const { call, context, plan, setNow } = testSchool();
    const ask = <T>(name: string, input: unknown) => call<T>('talkForms', name, input);
    const areas = async (id: string) =>
      (await call<OutputOf<'talks', 'get'>>('talks', 'get', { id })).areas.map(({ title }) => title.da);
    const before = await plan('pernille', '2026-11-24');
    const { versionId } = await ask<{ versionId: string }>('create', {
      kind: 'MUS',
      name: 'Vores MUS',
      unitId: null,
      from: null,
    });
    await ask('saveDraft', { versionId, content: short });
    await ask('publish', { versionId });
    const planned = await plan('kasper', '2026-11-25');
    const { formId } = await ask<Got>('get', { versionId });
    const next = await ask<{ versionId: string }>('startVersion', { formId });
    setNow('2026-11-23T14:00:00');
    await ask('publish', next);
    await ask('remove', { formId });
    const standard = standardForm('MUS').areas.map(({ title }) => title.da);
    expect(await areas(before)).toEqual(standard);
    expect(await areas(planned)).toEqual(['Siden sidst', 'Trivsel og hverdag', 'Plan for året']);
    expect(formFor(context.db, 'MUS', [])).toBeNull();
    await ask('restore', { formId });
    const { forms } = await ask<OutputOf<'talkForms', 'list'>>('list', {});
    expect(forms.map(({ talks }) => talks)).toEqual([1]);
  });
});
