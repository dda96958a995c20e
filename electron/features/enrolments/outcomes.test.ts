import { createHash } from 'node:crypto';
import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { teamMemberships } from '../../data/schema/employees';
import type { ChosenFile } from '../context';
import { enrolmentSchool } from './test-enrolments';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('what a completed activity adds', () => {
  const past = { itemId: 'kiu', title: 'KiU dansk', startsOn: null, endsOn: null, completedOn: '2026-06-19' };
  const subjectsOf = async ({ call }: ReturnType<typeof enrolmentSchool>, id = 'gitte') => {
    const { formalSubjects, assessedSubjects } = await call<OutputOf<'employees', 'get'>>(
      'employees',
      'get',
      {
        id,
      },
    );
    return [formalSubjects, assessedSubjects];
  };

  it('is nothing before somebody says so', async () => {
    const school = enrolmentSchool();
    const id = await school.save('gitte', past);
    expect(await subjectsOf(school)).toEqual([[], []]);
    const { outcomes, offers } = await school.get(id);
    expect(outcomes).toEqual([]);
    expect(offers).toEqual({ subject: 'dansk', basis: 'formal', ects: 5, takesEcts: false, modules: [] });
  });

  it('can be a teaching qualification, once, and is taken back whole', async () => {
    const school = enrolmentSchool();
    const id = await school.save('gitte', past);
    const outcome = { kind: 'qualification', subject: 'dansk', basis: 'formal' };
    const { outcomeId } = await school.call<{ outcomeId: string }>('enrolments', 'addOutcome', {
      id,
      outcome,
    });
    expect(await subjectsOf(school)).toEqual([['dansk'], []]);
    await expect(school.call('enrolments', 'addOutcome', { id, outcome })).rejects.toThrow(/"subject"/);
    await expect(school.move(id, 'underWay', 'En fejl.')).rejects.toThrow(/Tag det tilbage først/);
    await expect(school.call('enrolments', 'remove', { id })).rejects.toThrow(/Tag det tilbage først/);
    await school.call('enrolments', 'removeOutcome', { outcomeId });
    expect(await subjectsOf(school)).toEqual([[], []]);
    await school.move(id, 'underWay', 'En fejl.');
    await expect(school.call('enrolments', 'addOutcome', { id, outcome })).rejects.toThrow(/ikke gennemført/);
  });

  it('can be a module her team solved, for its members of that day, until it is taken back', async () => {
    const school = enrolmentSchool();
    const { call } = school;
    const { id: chainId } = await call<{ id: string }>('courseChains', 'save', { title: 'PLF', purpose: '' });
    const step = { responsible: '', plannedFrom: null, plannedTo: null, itemId: 'kiu' };
    const { id: stepId } = await call<{ id: string }>('courseChains', 'saveStep', {
      ...step,
      chainId,
      kind: 'module',
      title: 'Målstyret undervisning',
    });
    const { id: teamId } = await call<{ id: string }>('teams', 'save', {
      name: 'Dansk',
      type: 'subjectTeam',
    });
    const early = await school.save('gitte', { ...past, completedOn: '2026-06-18' });
    for (const employeeId of ['gitte', 'thomas'])
      school.context.db
        .insert(teamMemberships)
        .values({ id: `m-${employeeId}`, employeeId, teamId, fromDate: '2026-06-19', toDate: '2026-06-19' })
        .run();
    const offered = async (of: string) =>
      (await school.get(of)).offers.modules.filter((one) => one.teamId === teamId);
    // The day before, she was not in it.
    expect(await offered(early)).toEqual([]);
    const id = await school.save('gitte', past);
    expect(await offered(id)).toMatchObject([{ stepId, teamId, teamName: 'Dansk' }]);
    const outcome = { kind: 'teamModule', stepId, teamId };
    await expect(call('enrolments', 'addOutcome', { id: early, outcome })).rejects.toThrow(/ikke medlem/);
    const { outcomeId } = await call<{ outcomeId: string }>('enrolments', 'addOutcome', { id, outcome });
    const credited = async () =>
      (await call<OutputOf<'courseChains', 'get'>>('courseChains', 'get', { id: chainId })).solved.flatMap(
        ({ members }) => members.map(({ employeeId }) => employeeId),
      );
    expect((await credited()).sort()).toEqual(['gitte', 'thomas']);
    expect((await school.get(id)).outcomes).toMatchObject([
      { kind: 'teamModule', module: { teamName: 'Dansk' } },
    ]);
    expect(await offered(id)).toEqual([]);
    await call('enrolments', 'removeOutcome', { outcomeId });
    expect(await credited()).toEqual([]);
    // What is taken off the team is taken off the activity too.
    await call('enrolments', 'addOutcome', { id, outcome });
    await call('courseChains', 'unsolve', { stepId, teamId });
    expect((await school.get(id)).outcomes).toEqual([]);
  });

  it('can be points, only where a post has a requirement, and stands once on the timeline', async () => {
    const school = enrolmentSchool();
    const points = { kind: 'ects', ects: 5 };
    const teacher = await school.save('gitte', past);
    await expect(school.call('enrolments', 'addOutcome', { id: teacher, outcome: points })).rejects.toThrow(
      /intet krav om point/,
    );
    const id = await school.save('thomas', past);
    expect((await school.get(id)).offers.takesEcts).toBe(true);
    await expect(
      school.call('enrolments', 'addOutcome', { id, outcome: { kind: 'ects', ects: 2.3 } }),
    ).rejects.toThrow(/"ects"/);
    const { outcomeId } = await school.call<{ outcomeId: string }>('enrolments', 'addOutcome', {
      id,
      outcome: points,
    });
    const ledger = () =>
      school.call<OutputOf<'leaderTraining', 'ledger'>>('leaderTraining', 'ledger', { employeeId: 'thomas' });
    expect((await ledger()).entries).toMatchObject([
      { kind: 'passed', title: 'KiU dansk', ects: 5, completedOn: '2026-06-19' },
    ]);
    const timeline = await school.call<OutputOf<'history', 'timeline'>>('history', 'timeline', {
      employeeId: 'thomas',
    });
    expect(timeline.entries.filter(({ kind }) => kind === 'course')).toHaveLength(1);
    await expect(school.call('enrolments', 'addOutcome', { id, outcome: points })).rejects.toThrow(
      /allerede besvaret/,
    );
    await school.call('enrolments', 'removeOutcome', { outcomeId });
    expect((await ledger()).entries).toEqual([]);
  });

  it('can be nothing, which is an answer too until another is given', async () => {
    const school = enrolmentSchool();
    const id = await school.save('gitte', past);
    await school.call('enrolments', 'addOutcome', { id, outcome: { kind: 'nothing' } });
    await school.call('enrolments', 'addOutcome', {
      id,
      outcome: { kind: 'qualification', subject: 'dansk', basis: 'assessed' },
    });
    expect((await school.get(id)).outcomes).toMatchObject([{ kind: 'qualification', basis: 'assessed' }]);
    expect(await subjectsOf(school)).toEqual([[], ['dansk']]);
  });
});

describe('the certificate of an activity', () => {
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256)),
  ]);
  function withFiles() {
    const at: { chosen: ChosenFile | null; saved: { name: string; bytes: Buffer }[] } = {
      chosen: null,
      saved: [],
    };
    const school = enrolmentSchool({
      machine: {
        chooseFile: async () => at.chosen,
        saveFile: async (_kind, name, bytes) => {
          at.saved.push({ name, bytes });
          return true;
        },
      },
    });
    return { ...school, at };
  }

  it('comes out byte by byte as it went in, also after it was removed and brought back', async () => {
    const { at, save, call, get, list } = withFiles();
    const id = await save('gitte');
    expect(await call('enrolments', 'addCertificate', { id })).toEqual({ carriedOut: false });
    at.chosen = { name: 'Bevis Gitte.pdf', bytes: pdf };
    await call('enrolments', 'addCertificate', { id });
    expect((await get(id)).certificate).toEqual({ name: 'Bevis Gitte.pdf', size: pdf.length });
    expect((await list())[0]?.hasCertificate).toBe(true);
    await expect(call('enrolments', 'addCertificate', { id })).rejects.toThrow(/allerede et bevis/);
    const { attachmentId } = await call<{ attachmentId: string }>('enrolments', 'removeCertificate', { id });
    await expect(call('enrolments', 'exportCertificate', { id })).rejects.toThrow(/intet bevis/);
    await call('enrolments', 'restoreCertificate', { id, attachmentId });
    await call('enrolments', 'exportCertificate', { id });
    expect(at.saved.map(({ name }) => name)).toEqual(['bevis.pdf']);
    expect(sha256(at.saved[0]?.bytes ?? Buffer.alloc(0))).toBe(sha256(pdf));
    const other = await save('kasper');
    await expect(call('enrolments', 'restoreCertificate', { id: other, attachmentId })).rejects.toThrow(
      /hører til et andet sted/,
    );
  });

  it('is refused when it is something else', async () => {
    const { at, save, call, get } = withFiles();
    const id = await save('gitte');
    at.chosen = { name: 'program.exe', bytes: Buffer.from('MZ') };
    await expect(call('enrolments', 'addCertificate', { id })).rejects.toThrow(/hverken en PDF/);
    expect((await get(id)).certificate).toBeNull();
  });
});
