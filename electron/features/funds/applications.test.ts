import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { employees } from '../../data/schema/employees';
import { fundApplications } from '../../data/schema/funds';
import { agreements } from '../../data/schema/talks';
import type { PrintJob } from '../context';
import { fundSchool, kirstensCourse, kirstensFacts } from './test-funds-school';

const refusals = (one: OutputOf<'funds', 'get'>['assessment']) =>
  one.verdicts.filter(({ outcome }) => outcome === 'refused').map(({ rule }) => rule);

describe('the navigator', () => {
  it('says which funds fit Kirsten’s module, and of every other why not, with rule and source', async () => {
    const test = fundSchool();
    const { hits } = await test.navigate();
    expect(hits).toHaveLength(8);
    const fitting = hits.filter(({ assessment }) => assessment.fits);
    expect(fitting.map(({ fundName, set }) => set.area || fundName)).toEqual([
      'Skolens generelle pulje',
      'HK Kommunal – puljer med 100 %',
      'HK Kommunal',
    ]);
    expect(fitting[2]?.assessment.amounts).toMatchObject({ fundOre: 896_000, workplaceOre: 224_000 });
    for (const { assessment } of hits.filter(({ assessment: one }) => !one.fits)) {
      expect(refusals(assessment).length).toBeGreaterThan(0);
      for (const { text, source } of assessment.verdicts)
        expect([text.da, text.en, source]).not.toContain('');
    }
    const vii = hits.find(({ set }) => set.area.startsWith('Fondsområde VII'));
    expect(vii && refusals(vii.assessment)).toEqual(['admitted']);
  });

  it('counts what she had before, until it ages out', async () => {
    const test = fundSchool();
    const { fundId } = await test.set('HK Kommunal');
    const { id } = await test.ask('saveGrant', {
      employeeId: 'kirsten',
      fundId,
      grantedOn: '2026-03-02',
      amountOre: 2_500_000,
      note: 'Fra før Spind',
    });
    const left = async () =>
      (await test.navigate({ startsOn: '2027-09-01' })).hits.find(({ set }) => set.area === 'HK Kommunal')
        ?.assessment.amounts.capLeftOre;
    expect(await left()).toBe(500_000);
    test.setNow('2027-03-01T12:00:00');
    expect(await left()).toBe(500_000);
    test.setNow('2027-03-02T12:00:00');
    expect(await left()).toBe(3_000_000);
    test.setNow('2026-11-23T12:00:00');
    await test.ask('removeGrant', { id });
    expect(await left()).toBe(3_000_000);
    await test.ask('restoreGrant', { id });
    expect(await left()).toBe(500_000);
    expect((await test.ask('grants', { employeeId: 'kirsten' })).grants).toMatchObject([
      { id, note: 'Fra før Spind' },
    ]);
    await expect(
      test.ask('saveGrant', {
        id,
        employeeId: 'kirsten',
        fundId,
        grantedOn: '2026-11-24',
        amountOre: 1,
        note: '',
      }),
    ).rejects.toThrow(/fremtiden/);
    await expect(
      test.ask('saveGrant', {
        id,
        employeeId: 'gitte',
        fundId,
        grantedOn: '2026-11-01',
        amountOre: 1,
        note: '',
      }),
    ).rejects.toThrow(/not-found/);
  });

  it('knows her lines and post, and never her agreement', async () => {
    const test = fundSchool();
    const { facts, lines } = await test.ask('openings', { employeeId: 'kirsten' });
    expect(facts).toMatchObject({ employer: 'municipal', staffGroup: 'adminTech', unionArea: null });
    expect(lines).toMatchObject([
      {
        agreementId: 'line',
        title: 'Akademimodul i kommunikation',
        facts: { level: 'academy', unionArea: null },
      },
    ]);
    await test.draft();
    // Not even after she has said it on an application.
    expect((await test.ask('openings', { employeeId: 'kirsten' })).facts.unionArea).toBeNull();
    const person = JSON.stringify(test.context.db.select().from(employees).all());
    expect(person).not.toMatch(/hk/i);
  });

  it('refuses the own pool without a plan line, and a line that is somebody else’s', async () => {
    const test = fundSchool();
    const { hits } = await test.navigate({ agreementId: null });
    const own = hits.find(({ fundKind }) => fundKind === 'ownPool');
    expect(own && refusals(own.assessment)).toEqual(['planLine']);
    await expect(test.navigate({ employeeId: 'gitte' })).rejects.toThrow(/agreementId/);
    await expect(test.navigate({ enrolmentId: 'none' })).rejects.toThrow(/enrolmentId/);
  });
});

describe('an application', () => {
  it('goes from draft to paid, each step with its day', async () => {
    const test = fundSchool();
    const id = await test.draft();
    expect(await test.get(id)).toMatchObject({
      state: 'draft',
      planLine: 'Akademimodul i kommunikation',
      areRulesFrozen: false,
      deadline: { kind: 'send', on: '2027-01-31' },
      nextStates: ['sent'],
      canUndo: false,
    });
    await test.step(id, 'sent', '2026-10-26');
    expect(await test.get(id)).toMatchObject({
      areRulesFrozen: true,
      deadline: { kind: 'upload', on: '2026-12-05', days: 12 },
      nextStates: ['uploaded', 'cancelled'],
      assessment: { amounts: { fundOre: 896_000, workplaceOre: 224_000 } },
    });
    await test.step(id, 'uploaded', '2026-11-20');
    expect((await test.get(id)).deadline).toMatchObject({ kind: 'answer', on: '2026-12-21' });
    await expect(test.step(id, 'granted', '2026-11-23')).rejects.toThrow(/grantedOre/);
    await test.step(id, 'granted', '2026-11-23', { grantedOre: 896_000 });
    expect(await test.get(id)).toMatchObject({
      state: 'granted',
      grantedOre: 896_000,
      deadline: { kind: 'repaymentNotice', on: '2027-01-25' },
    });
    await test.step(id, 'paid', '2026-11-23');
    await expect(test.step(id, 'toRepay', '2026-11-23')).rejects.toThrow(/reason/);
    await test.step(id, 'toRepay', '2026-11-23', { reason: 'Ingen plads på holdet' });
    await test.step(id, 'repaid', '2026-11-23');
    expect((await test.get(id)).steps.map(({ state }) => state)).toEqual([
      'draft',
      'sent',
      'uploaded',
      'granted',
      'paid',
      'toRepay',
      'repaid',
    ]);
    expect((await test.get(id)).nextStates).toEqual([]);
  });

  it('refuses a step out of turn, in the future or before the last', async () => {
    const test = fundSchool();
    const id = await test.draft();
    await expect(test.step(id, 'granted', '2026-11-23', { grantedOre: 1 })).rejects.toThrow(/conflict/);
    await expect(test.step(id, 'sent', '2026-11-24')).rejects.toThrow(/fremtiden/);
    await test.step(id, 'sent', '2026-11-20');
    await expect(test.step(id, 'granted', '2026-11-23', { grantedOre: 1 })).rejects.toThrow(/conflict/);
    await expect(test.step(id, 'uploaded', '2026-11-19')).rejects.toThrow(/20. november 2026/);
    const empty = await test.draft({ costs: [] });
    await expect(test.step(empty, 'sent', '2026-11-20')).rejects.toThrow(/mindst én udgift/);
  });

  it('takes every step back, and is a draft that follows the rules again', async () => {
    const test = fundSchool();
    const id = await test.draft();
    await test.step(id, 'sent', '2026-11-01');
    await test.step(id, 'uploaded', '2026-11-05');
    await test.step(id, 'granted', '2026-11-20', { grantedOre: 500_000 });
    await test.ask('undoStep', { applicationId: id });
    expect(await test.get(id)).toMatchObject({ state: 'uploaded', grantedOre: null });
    await test.ask('undoStep', { applicationId: id });
    await test.ask('undoStep', { applicationId: id });
    expect(await test.get(id)).toMatchObject({ state: 'draft', areRulesFrozen: false, canUndo: false });
    await expect(test.ask('undoStep', { applicationId: id })).rejects.toThrow(/kladde/);
  });

  it('cannot be changed once it is sent', async () => {
    const test = fundSchool();
    const id = await test.draft();
    const ruleSetId = await test.setId('HK Kommunal');
    const save = (change: Record<string, unknown>) =>
      test.ask('saveDraft', {
        applicationId: id,
        ruleSetId,
        agreementId: 'line',
        ...kirstensCourse,
        ...change,
      });
    const costs = [
      { kind: 'fee', amountOre: 1_000_000, note: '' },
      { kind: 'materials', amountOre: 120_000, note: 'bøger' },
    ];
    await save({ costs, title: 'Akademimodul 2' });
    expect(await test.get(id)).toMatchObject({ title: 'Akademimodul 2', costs });
    await test.step(id, 'sent', '2026-11-01');
    await expect(save({ title: 'En anden' })).rejects.toThrow(/er sendt/);
    expect((await test.get(id)).title).toBe('Akademimodul 2');
  });

  it('is held against the rules as sent: editing, ending or removing them changes nothing sent', async () => {
    const test = fundSchool();
    const sent = await test.draft();
    const draft = await test.draft();
    await test.step(sent, 'sent', '2026-11-01');
    const before = await test.get(sent);
    const { state: _, isOutdated: __, drafts, ...set } = await test.set('HK Kommunal');
    expect(drafts).toBe(1);
    const rules = set.rules.map((rule) => {
      if (rule.kind === 'share') return { ...rule, percent: 10 };
      if (rule.kind === 'upload') return { ...rule, days: 5 };
      return rule.kind === 'admitted' ? { ...rule, unionAreas: ['ac' as const] } : rule;
    });
    await test.ask('saveRules', { ...set, rules, source: 'Helt nye regler' });
    await test.ask('saveFund', { id: set.fundId, name: 'Omdøbt', kind: 'municipal' });
    expect(await test.get(sent)).toEqual(before);
    expect(refusals((await test.get(draft)).assessment)).toEqual(['admitted']);
    expect((await test.get(draft)).assessment.amounts.fundOre).toBe(112_000);
    await test.ask('removeRules', { id: set.id });
    expect(await test.get(sent)).toEqual(before);
  });

  it('once decided, is changed neither by days nor by later grants', async () => {
    const test = fundSchool();
    const first = await test.draft();
    await test.step(first, 'sent', '2026-11-01');
    await test.step(first, 'uploaded', '2026-11-02');
    await test.step(first, 'granted', '2026-11-10', { grantedOre: 896_000 });
    const { assessment } = await test.get(first);
    // Given up before the form was signed: that its forty days run out later is nothing new.
    const givenUp = await test.draft();
    await test.step(givenUp, 'sent', '2026-11-05');
    await test.step(givenUp, 'cancelled', '2026-11-10', { reason: 'Hun kan ikke den dag.' });
    const { assessment: thatDay } = await test.get(givenUp);
    const second = await test.draft({ costs: [{ kind: 'fee', amountOre: 3_000_000, note: '' }] });
    // What was granted the first time counts for the second.
    expect((await test.get(second)).assessment.amounts).toMatchObject({
      capLeftOre: 2_104_000,
      fundOre: 2_104_000,
    });
    await test.step(second, 'sent', '2026-11-20');
    await test.step(second, 'uploaded', '2026-11-21');
    await test.step(second, 'granted', '2026-11-23', { grantedOre: 2_104_000 });
    test.setNow('2028-06-01T12:00:00');
    expect((await test.get(first)).assessment).toEqual(assessment);
    expect((await test.get(givenUp)).assessment).toEqual(thatDay);
    await test.step(second, 'toRepay', '2028-06-01', { reason: 'Ikke optaget' });
    test.setNow('2026-11-23T12:00:00');
    // What is paid back is not had.
    expect(
      (await test.navigate()).hits.find(({ set }) => set.area === 'HK Kommunal')?.assessment.amounts
        .capLeftOre,
    ).toBe(2_104_000);
  });

  it('goes and comes back, and goes with its employee', async () => {
    const test = fundSchool();
    const id = await test.draft();
    await test.ask('remove', { applicationId: id });
    expect((await test.ask('list')).applications).toEqual([]);
    await expect(test.get(id)).rejects.toThrow(/not-found/);
    await test.ask('restore', { applicationId: id });
    await expect(test.ask('restore', { applicationId: id })).rejects.toThrow(/not-found/);
    expect((await test.ask('list')).applications).toMatchObject([{ id, employeeName: 'Kirsten Wulff' }]);
    await expect(test.call('employees', 'remove', { id: 'kirsten' })).rejects.toThrow(/ansøgning/i);
  });

  it('loses its plan line when the line is removed, and says so', async () => {
    const test = fundSchool();
    const id = await test.draft({ ruleSetId: await test.setId('Skolens generelle pulje') });
    expect((await test.get(id)).assessment.fits).toBe(true);
    test.context.db.update(agreements).set({ removedAt: '2026-11-23T10:00:00.000Z' }).run();
    expect(refusals((await test.get(id)).assessment)).toEqual(['planLine']);
  });

  it('counts other applications to the state fund in the same window', async () => {
    const test = fundSchool();
    const { state: _, isOutdated: __, drafts: ___, ...set } = await test.set('LC-puljen');
    const windows = [{ opensOn: '2026-11-20', closesOn: '2026-11-26' }];
    const rules = [
      ...set.rules.filter(({ kind }) => kind !== 'windows'),
      { kind: 'windows', source: 'Vinduer 2026', windows },
    ];
    await test.ask('saveRules', { ...set, rules });
    const facts = {
      ...kirstensFacts,
      unionArea: 'lc',
      employer: 'state',
      level: 'diploma',
      url: 'https://kursus.example',
    };
    const make = () => test.draft({ ruleSetId: set.id, facts });
    const ids = [await make(), await make(), await make()];
    for (const id of ids.slice(0, 2)) await test.step(id, 'sent', '2026-11-21');
    expect(refusals((await test.get(ids[0] ?? '')).assessment)).toEqual([]);
    expect(refusals((await test.get(ids[2] ?? '')).assessment)).toEqual(['maxApplications']);
    // The state fund has no form to upload: it answers what is sent.
    expect((await test.get(ids[0] ?? '')).nextStates).toEqual(['granted', 'refused', 'cancelled']);
  });
});

describe('what is to be kept', () => {
  const reminders = async (test: ReturnType<typeof fundSchool>) =>
    (await test.call<OutputOf<'today', 'get'>>('today', 'get')).funds;

  it('stands on Today: the signed form with 12 of 40 days left', async () => {
    const test = fundSchool();
    const id = await test.draft();
    await test.step(id, 'sent', '2026-10-26');
    expect(await reminders(test)).toMatchObject([
      { applicationId: id, employeeName: 'Kirsten Wulff', kind: 'upload', on: '2026-12-05', days: 12 },
    ]);
    await test.step(id, 'uploaded', '2026-11-20');
    // An answer is waited for in silence until it is late.
    expect(await reminders(test)).toEqual([]);
    test.setNow('2026-12-22T12:00:00');
    expect(await reminders(test)).toMatchObject([{ kind: 'answer', days: -1 }]);
    await test.step(id, 'granted', '2026-12-22', { grantedOre: 896_000 });
    test.setNow('2027-01-20T12:00:00');
    expect(await reminders(test)).toMatchObject([{ kind: 'repaymentNotice', on: '2027-01-25', days: 5 }]);
    test.setNow('2027-02-01T12:00:00');
    expect(await reminders(test)).toEqual([]);
  });

  it('says when the forty days are over', async () => {
    const test = fundSchool();
    const id = await test.draft();
    await test.step(id, 'sent', '2026-10-10');
    test.setNow('2026-11-23T12:00:00');
    expect(await reminders(test)).toMatchObject([{ kind: 'upload', days: -4 }]);
    expect(refusals((await test.get(id)).assessment)).toEqual(['upload']);
    await test.step(id, 'cancelled', '2026-11-23', { reason: 'Bortfaldet' });
    expect(await reminders(test)).toEqual([]);
  });
});

describe('the attachment', () => {
  it('holds facts, plan line, costs, rules with sources, dates and signers, and is kept as a document', async () => {
    const jobs: PrintJob[] = [];
    const test = fundSchool({
      machine: {
        pdf: async (job) => {
          jobs.push(job);
          return Buffer.from('%PDF-1.7 fundPack');
        },
        print: async (job) => {
          jobs.push(job);
          return true;
        },
      },
    });
    const id = await test.draft();
    await test.step(id, 'sent', '2026-10-26');
    await test.call('documents', 'fundPack', { applicationId: id, way: 'print' });
    expect(jobs.map(({ document }) => document)).toEqual(['fundPack']);
    const { content } = (jobs[0] as PrintJob).data as { content: Record<string, unknown> };
    expect(content).toMatchObject({
      employeeName: 'Kirsten Wulff',
      fundName: 'Den Kommunale Kompetencefond',
      area: 'HK Kommunal',
      planLine: { activity: 'Akademimodul i kommunikation' },
      assessment: {
        amounts: { fundOre: 896_000, workplaceOre: 224_000 },
        calendar: { uploadBy: '2026-12-05' },
        signers: ['applicant', 'leader', 'unionRep'],
      },
      steps: [{ state: 'draft' }, { state: 'sent', onDate: '2026-10-26' }],
    });
    expect((content.rules as { source: string }[]).every(({ source }) => source !== '')).toBe(true);
    const { documents } = await test.call<OutputOf<'documents', 'list'>>('documents', 'list', {});
    expect(documents).toMatchObject([{ kind: 'fundPack', employeeId: 'kirsten', state: 'issued' }]);
  });
});

it('keeps no text of an application in the audit log', async () => {
  const test = fundSchool();
  const id = await test.draft();
  await test.step(id, 'sent', '2026-11-01');
  const rows = JSON.stringify(test.context.db.$client.prepare('SELECT * FROM audit_log').all());
  expect(rows).toMatch(/fundApplication/);
  expect(rows).not.toMatch(/Akademimodul|Kirsten|1120000/);
  expect(test.context.db.select().from(fundApplications).all()).toHaveLength(1);
});
