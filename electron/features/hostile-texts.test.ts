import type { Agreement } from '@shared/contract/agreements';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { expect, it } from 'vitest';
import { agreementInput, talkDetails, testSchool } from './talks-test-school';

/** The bytes of a text, so that signs that merely look alike are not taken for the same. */
const bytes = (text: string | undefined) => Buffer.from(text ?? '').toString('hex');
const person = {
  title: '',
  employmentDate: '2019-08-01',
  leavingDate: null,
  employmentPercent: 100,
  note: '',
};

// Lines are trimmed when they come in, and only trimmed; free text keeps every sign.
const fitting = (longest: number) =>
  hostileTexts.map((text) => text.trim()).filter((text) => text !== '' && text.length <= longest);

it('are enough to say something', () => {
  expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
  expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
  expect(fitting(40).length).toBeGreaterThan(35);
});

it('stand about an employee byte for byte as they were typed', async () => {
  const { call, failures } = testSchool();
  const fields = { employeeNumber: 40, name: 120, title: 120 } as const;
  let number = 0;
  const add = async (change: Record<string, unknown>) => {
    number += 1;
    const facts = { ...person, employeeNumber: `N${number}`, name: 'x', categoryId: 'teacher', ...change };
    return (await call<{ id: string }>('employees', 'save', facts)).id;
  };
  const get = (id: string) =>
    call<
      Record<string, string> & { functions: string[]; formalSubjects: string[]; tasks: { name: string }[] }
    >('employees', 'get', { id });

  for (const [field, longest] of Object.entries(fields)) {
    for (const text of fitting(longest)) {
      const employee = await get(await add({ [field]: text }));
      expect([text, bytes(employee[field])]).toEqual([text, bytes(text)]);
    }
  }
  for (const text of hostileTexts)
    expect(bytes((await get(await add({ note: text }))).note)).toBe(bytes(text));
  for (const text of fitting(80)) {
    const id = await add({});
    await call('employees', 'saveFunctions', { id, functions: [text] });
    await call('employees', 'saveQualifications', { id, formalSubjects: [text], assessedSubjects: [] });
    await call('employees', 'saveTask', {
      employeeId: id,
      schoolYear: '2026/27',
      kind: 'present',
      name: text,
    });
    const { functions, formalSubjects, tasks } = await get(id);
    expect([functions, formalSubjects, tasks.map(({ name }) => name)].map(([one]) => bytes(one))).toEqual(
      Array(3).fill(bytes(text)),
    );
  }
  expect(failures).toEqual([]);
}, 30_000);

it('stand in a talk, an agreement and a plan byte for byte as they were typed', async () => {
  const { call, plan, context, failures } = testSchool();
  const id = await plan('pernille', '2026-11-24');
  const talk = talkDetails({ id });
  type Got = Record<string, string> & { notes: { text: string }[] };
  for (const text of hostileTexts) {
    const line = text.trim();
    await call('talks', 'save', {
      ...talk,
      place: line,
      leaderName: line,
      purpose: text,
      agenda: text,
      notForDiscussion: text,
    });
    await call('talks', 'saveNote', { talkId: id, area: 1, text });
    const got = await call<Got>('talks', 'get', { id });
    expect([got.place, got.leaderName].map(bytes)).toEqual([line, line].map(bytes));
    expect([got.purpose, got.agenda, got.notForDiscussion, got.notes[0]?.text].map(bytes)).toEqual(
      Array(4).fill(bytes(text)),
    );
    await call('trainingPlans', 'saveGoals', { employeeId: 'pernille', schoolYear: '2026/27', text });
    const goals = await call<{ plan: { teachingGoals: string } }>('trainingPlans', 'get', {
      employeeId: 'pernille',
      schoolYear: '2026/27',
    });
    expect(bytes(goals.plan.teachingGoals)).toBe(bytes(text));
  }

  let agreementId: string | undefined;
  for (const text of fitting(200)) {
    const words = {
      competence: text,
      activity: text,
      who: text,
      plan: { cell: 'S-F1', priorityId: null, taskKind: 'present', taskName: text },
    };
    agreementId = (
      await call<{ id: string }>('agreements', 'save', agreementInput({ id: agreementId, ...words }))
    ).id;
    await call('agreements', 'mark', { id: agreementId, state: 'partly', reason: text, talkId: null });
    const { agreements } = await call<{ agreements: Agreement[] }>('agreements', 'forEmployee', {
      employeeId: 'pernille',
    });
    const [got] = agreements;
    const taskName = got?.plan?.taskName;
    expect([got?.competence, got?.activity, got?.who, got?.stateReason, taskName].map(bytes)).toEqual(
      Array(5).fill(bytes(text)),
    );
    await call('agreements', 'unmark', { id: agreementId });
  }
  expect(failures).toEqual([]);

  const audited = JSON.stringify(context.db.$client.prepare('SELECT * FROM audit_log').all());
  expect(
    hostileTexts.filter((text) => text.length > 12 && audited.includes(JSON.stringify(text).slice(1, -1))),
  ).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 30_000);

it('are found again by searching for them', async () => {
  const { call } = testSchool();
  for (const [at, name] of fitting(120).entries()) {
    await call('employees', 'save', { ...person, employeeNumber: `N${at}`, name, categoryId: 'teacher' });
    const found = await call<{ name: string }[]>('employees', 'list', { search: name });
    expect([name, found.map((one) => one.name)]).toEqual([name, expect.arrayContaining([name])]);
  }
}, 30_000);
