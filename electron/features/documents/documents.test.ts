import { randomUUID } from 'node:crypto';
import type { DocumentRow } from '@shared/contract/documents';
import { describe, expect, it } from 'vitest';
import { documents } from '../../data/schema/documents';
import { employees, staffCategories, tasks } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { agreements, planLines, talks, trainingPlans } from '../../data/schema/talks';
import type { Machine } from '../context';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';
import { claimOf, dressDocument } from './pdf-file';
import { sha256 } from './store';

/** The smallest PDF a reader accepts: one empty page. */
async function emptyPdf(): Promise<Buffer> {
  const { PDF } = await import('@libpdf/core');
  const pdf = PDF.create();
  pdf.addPage();
  return Buffer.from(await pdf.save());
}

/** A school with one employee, one talk and an agreed plan of one line. */
function school(machine: Partial<Machine> = {}) {
  const saved: { name: string; bytes: Buffer }[] = [];
  const test = testContext({
    machine: {
      pdf: emptyPdf,
      saveFile: async (_kind, name, bytes) => {
        saved.push({ name, bytes });
        return true;
      },
      ...machine,
    },
  });
  const { db } = test.context;
  const now = '2026-11-24T12:00:00.000Z';
  const ids = { category: randomUUID(), employee: randomUUID(), talk: randomUUID(), plan: randomUUID() };
  db.insert(schools).values(testSchoolRow).run();
  db.insert(staffCategories).values({ id: ids.category, name: 'lærer', position: 0 }).run();
  db.insert(employees)
    .values({
      id: ids.employee,
      employeeNumber: 'L08',
      name: 'Pernille Aagaard',
      categoryId: ids.category,
      title: '',
      employmentDate: '2007-08-01',
      employmentPercent: 100,
      note: '',
      createdAt: now,
    })
    .run();
  db.insert(talks)
    .values({
      id: ids.talk,
      kind: 'MUS',
      employeeId: ids.employee,
      leaderName: 'Birgitte Halkjær',
      schoolYear: '2026/27',
      heldOn: '2026-11-24',
      startsAt: '13:30',
      place: 'Kontoret',
      minutes: 60,
      isFixed: false,
      others: '',
      purpose: '',
      agenda: '',
      notForDiscussion: '',
      horizonMonths: 12,
      emptyPlanReason: '',
      createdAt: now,
    })
    .run();
  db.insert(trainingPlans)
    .values({
      id: ids.plan,
      employeeId: ids.employee,
      schoolYear: '2026/27',
      talkId: ids.talk,
      teachingGoals: 'Flere læser sikkert.',
      status: 'agreed',
      version: 1,
      createdAt: now,
      updatedAt: now,
    })
    .run();
  const agreement = { id: randomUUID(), task: randomUUID() };
  db.insert(tasks)
    .values({
      id: agreement.task,
      employeeId: ids.employee,
      schoolYear: '2026/27',
      kind: 'present',
      name: 'dansk 4.A',
    })
    .run();
  db.insert(agreements)
    .values({
      id: agreement.id,
      employeeId: ids.employee,
      talkId: ids.talk,
      schoolYear: '2026/27',
      competence: 'Testning af ordblindhed',
      activity: 'Kursus hos læsekonsulenten',
      who: 'Pernille deltager',
      dueOn: '2027-03-31',
      giver: 'both',
      receiver: 'school',
      origin: 'both',
      state: 'open',
      stateReason: '',
      createdAt: now,
    })
    .run();
  db.insert(planLines)
    .values({
      id: randomUUID(),
      planId: ids.plan,
      agreementId: agreement.id,
      cell: 'K-F',
      taskId: agreement.task,
      position: 0,
    })
    .run();
  const sign = (party: 'employee' | 'leader', extra: object = {}) =>
    test.call<{ completed: boolean }>('documents', 'sign', {
      planId: ids.plan,
      party,
      method: 'typed',
      name: party === 'employee' ? 'Pernille Aagaard' : 'Birgitte Halkjær',
      drawing: '',
      wording: 'agree',
      ...extra,
    });
  return { ...test, db, ids, saved, sign };
}

describe('signing a plan', () => {
  it('freezes at the first signature and stores PDF, hashes and status with the second', async () => {
    const { db, ids, sign, call } = school();
    expect(await sign('employee')).toEqual({ completed: false });
    expect(db.select().from(trainingPlans).get()?.status).toBe('agreed');
    expect(await sign('leader', { wording: 'seenAndReceived' })).toEqual({ completed: true });
    const stored = db.select().from(documents).all();
    expect(stored).toHaveLength(1);
    const document = stored[0];
    expect(document?.state).toBe('signed');
    expect(document?.snapshotSha256).toBe(sha256(document?.snapshot ?? ''));
    expect(document?.pdfSha256).toBe(sha256(document?.pdf ?? ''));
    expect(db.select().from(trainingPlans).get()?.status).toBe('signed');
    expect(JSON.parse(document?.snapshot ?? '{}').lines[0]).toMatchObject({ cell: 'K-F', task: 'dansk 4.A' });
    const { signatures } = await call<{ signatures: unknown[] }>('documents', 'signing', {
      planId: ids.plan,
    });
    expect(signatures).toMatchObject([
      { party: 'employee', wording: 'agree' },
      { party: 'leader', wording: 'seenAndReceived' },
    ]);
  });

  it('refuses a second signature of the same party, an empty drawing and a draft', async () => {
    const { db, sign } = school();
    await sign('employee');
    await expect(sign('employee')).rejects.toThrow(/allerede/);
    await expect(sign('leader', { method: 'drawn' })).rejects.toThrow(/Feltet er tomt/);
    await expect(sign('leader', { method: 'drawn', drawing: 'M0 0<script>' })).rejects.toThrow(/invalid/);
    db.update(trainingPlans).set({ status: 'draft' }).run();
    await expect(sign('leader')).rejects.toThrow(/skal være aftalt/);
  });

  it('stores nothing when the PDF cannot be made', async () => {
    const { db, sign } = school({
      pdf: async () => {
        throw new Error('no paper');
      },
    });
    await sign('employee');
    await expect(sign('leader')).rejects.toThrow(/internal/);
    expect(db.select().from(trainingPlans).get()?.status).toBe('agreed');
    expect(db.select().from(documents).get()?.pdf).toBeNull();
  });

  it('asks for both signatures again when the content changed after the first', async () => {
    const { db, sign, call, ids } = school();
    await sign('employee');
    db.update(trainingPlans).set({ teachingGoals: 'Noget andet.' }).run();
    const before = await call<{ signatures: unknown[] }>('documents', 'signing', { planId: ids.plan });
    expect(before.signatures).toEqual([]);
    expect(await sign('leader')).toEqual({ completed: false });
    expect(await sign('employee')).toEqual({ completed: true });
    const states = db.select({ state: documents.state, version: documents.version }).from(documents).all();
    expect(states).toEqual([
      { state: 'superseded', version: 1 },
      { state: 'signed', version: 2 },
    ]);
  });

  it('gives a signed plan as it was signed, whatever changes around it', async () => {
    const { db, sign, call, ids, saved } = school();
    await sign('employee');
    await sign('leader');
    db.update(schools).set({ leaderTitle: 'rektor', legalBasis: 'Noget nyt' }).run();
    await call('documents', 'printPlan', { planId: ids.plan, way: 'save' });
    expect(saved.map(({ bytes }) => sha256(bytes))).toEqual([db.select().from(documents).get()?.pdfSha256]);
    expect(db.select().from(documents).all()).toHaveLength(1);
  });

  it('can be signed anew when it was opened again and agreed without a change', async () => {
    const { db, sign, call, ids, saved } = school();
    await sign('employee');
    await sign('leader');
    await call('trainingPlans', 'reopen', { planId: ids.plan });
    db.update(trainingPlans).set({ status: 'agreed' }).run();
    expect(await call('documents', 'signing', { planId: ids.plan })).toMatchObject({ signatures: [] });
    await call('documents', 'printPlan', { planId: ids.plan, way: 'save' });
    expect(await sign('employee')).toEqual({ completed: false });
    expect(await sign('leader')).toEqual({ completed: true });
    expect(db.select({ state: documents.state, version: documents.version }).from(documents).all()).toEqual([
      { state: 'signed', version: 1 },
      { state: 'issued', version: 2 },
      { state: 'signed', version: 2 },
    ]);
    expect(saved).toHaveLength(1);
  });

  it('lets the database itself refuse to change a signed document', async () => {
    const { db, sign } = school();
    await sign('employee');
    await sign('leader');
    expect(() => db.update(documents).set({ state: 'issued' }).run()).toThrow(/signed/);
    expect(() => db.update(documents).set({ snapshot: '{}' }).run()).toThrow(/frozen|signed/);
  });
});

describe('checking a PDF', () => {
  it('tells unchanged, changed and unknown apart', async () => {
    let chosen: { name: string; bytes: Buffer } | null = null;
    const { sign, call, ids, saved } = school({ chooseFile: async () => chosen });
    await sign('employee');
    await sign('leader');
    await call('documents', 'printPlan', { planId: ids.plan, way: 'save' });
    const bytes = saved[0]?.bytes ?? Buffer.alloc(0);
    const verdict = async (candidate: Buffer) => {
      chosen = { name: 'plan.pdf', bytes: candidate };
      return (await call<{ verdict: string; document: DocumentRow | null }>('documents', 'check')).verdict;
    };
    expect(await verdict(bytes)).toBe('unchanged');
    const touched = Buffer.concat([bytes, Buffer.from('\n% changed')]);
    expect(await verdict(touched)).toBe('changed');
    expect(await verdict(await emptyPdf())).toBe('unknown');
    expect(await verdict(Buffer.from('not a PDF at all'))).toBe('unknown');
    chosen = null;
    expect(await call('documents', 'check')).toBeNull();
  });

  it('knows every file it gave away: with one signature, and saved after it was printed', async () => {
    let chosen: { name: string; bytes: Buffer } | null = null;
    const { db, sign, call, ids, saved } = school({
      chooseFile: async () => chosen,
      print: async () => true,
    });
    await sign('employee');
    const give = () => call('documents', 'printPlan', { planId: ids.plan, way: 'save' });
    await give();
    await give();
    expect(saved[1]?.bytes).toEqual(saved[0]?.bytes);
    await call('documents', 'minutes', { talkId: ids.talk, way: 'print' });
    const minutes = db
      .select()
      .from(documents)
      .all()
      .find(({ kind }) => kind === 'minutes');
    await call('documents', 'again', { documentId: minutes?.id, way: 'save' });
    const verdicts = () =>
      Promise.all(
        saved.map(async ({ name, bytes }) => {
          chosen = { name, bytes };
          return (await call<{ verdict: string }>('documents', 'check')).verdict;
        }),
      );
    expect(await verdicts()).toEqual(['unchanged', 'unchanged', 'unchanged']);
    await sign('leader');
    await give();
    expect(saved[3]?.bytes).not.toEqual(saved[0]?.bytes);
    expect(await verdicts()).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    const states = db.select({ kind: documents.kind, state: documents.state }).from(documents).all();
    expect(
      states
        .filter(({ kind }) => kind === 'trainingPlan')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['signed', 'superseded']);
  });

  it('carries its own data as an attachment, æøå and all', async () => {
    const dressed = await dressDocument(await emptyPdf(), {
      documentId: 'd1',
      snapshotSha256: 'abc',
      title: 'Individuel efteruddannelsesplan',
      language: 'da',
      createdAt: new Date('2026-11-24T12:00:00Z'),
      content: { text: 'Rød grød med fløde på Ålborgvej' },
      signatures: [],
    });
    expect(await claimOf(dressed)).toEqual({
      format: 'spind-document',
      documentId: 'd1',
      snapshotSha256: 'abc',
    });
  });
});

describe('documents', () => {
  it('names no person in a file name', async () => {
    const { call, ids, saved } = school();
    await call('documents', 'minutes', { talkId: ids.talk, way: 'save' });
    await call('documents', 'printPlan', { planId: ids.plan, way: 'save' });
    for (const { name } of saved) expect(name).toMatch(/^[a-z-]+-[0-9a-f]{8}\.pdf$/);
    expect(saved).toHaveLength(2);
  });

  it('remembers nothing when the person cancels', async () => {
    const { db, call, ids } = school({ saveFile: async () => false });
    expect(await call('documents', 'minutes', { talkId: ids.talk, way: 'save' })).toEqual({
      carriedOut: false,
    });
    expect(db.select().from(documents).all()).toEqual([]);
  });

  it('refuses a spider sheet before both ratings are shown', async () => {
    const { call, ids } = school();
    await expect(call('documents', 'spiderSheet', { talkId: ids.talk, way: 'save' })).rejects.toThrow(
      /begge vurderinger/,
    );
  });

  it('adds a correction note beside a signed document', async () => {
    const { sign, call, db } = school();
    await sign('employee');
    const waiting = db.select().from(documents).get()?.id ?? '';
    await expect(call('documents', 'addCorrection', { documentId: waiting, text: 'x' })).rejects.toThrow(
      /ikke underskrevet/,
    );
    await sign('leader');
    await call('documents', 'addCorrection', { documentId: waiting, text: 'Fristen er 1. april.' });
    const { documents: rows } = await call<{ documents: DocumentRow[] }>('documents', 'list');
    expect(rows[0]?.corrections).toMatchObject([
      { text: 'Fristen er 1. april.', author: 'Birgitte Halkjær' },
    ]);
  });
});
