import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { testFolder } from '../../data/test-database';
import type { ChosenFile } from '../context';
import { testContext } from '../test-context';
import { testProfile } from '../test-school';
import { files, leaderSchool, moduleInput } from './test-leaders';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A school whose next file is `chosen`, and what was saved from it. */
function withFiles() {
  const at: { chosen: ChosenFile | null; saved: { name: string; bytes: Buffer }[]; limit: number } = {
    chosen: null,
    saved: [],
    limit: 0,
  };
  const test = leaderSchool({
    machine: {
      chooseFile: async (kind, maxBytes) => {
        expect(kind).toBe('certificate');
        at.limit = maxBytes;
        return at.chosen;
      },
      saveFile: async (_kind, name, bytes) => {
        at.saved.push({ name, bytes });
        return true;
      },
    },
  });
  const add = async (name: string, bytes: Buffer) => {
    at.chosen = { name, bytes };
    const entryId = await test.module('thomas', { title: name });
    await test.call('leaderTraining', 'addCertificate', { entryId });
    return entryId;
  };
  return { ...test, at, add };
}

describe('a certificate', () => {
  it.each([
    ['Diplom Thomas.pdf', files.pdf, 'bevis.pdf'],
    ['bevis.PNG', files.png, 'bevis.png'],
    ['scan.jpeg', files.jpeg, 'bevis.jpg'],
    ['ingen endelse', files.pdf, 'bevis.pdf'],
  ])(
    'comes out of the file as %s went in, under a name that says nothing of a person',
    async (name, bytes, out) => {
      const { add, call, at, ledger } = withFiles();
      const entryId = await add(name, bytes);
      const { entries } = await ledger('thomas');
      expect(entries[0]?.certificate).toEqual({ name, size: bytes.length });
      await call('leaderTraining', 'exportCertificate', { entryId });
      expect(at.saved.map((file) => file.name)).toEqual([out]);
      expect(at.saved[0]?.bytes.equals(bytes)).toBe(true);
    },
  );

  it('is refused by name when it is of another kind or too big, and nothing is kept', async () => {
    const { add, at, context, ledger } = withFiles();
    await expect(add('regneark.pdf', Buffer.from('PK not a pdf'))).rejects.toThrow(
      /regneark\.pdf er hverken en PDF eller et billede/,
    );
    await expect(add('tom.pdf', Buffer.alloc(0))).rejects.toThrow(/tom\.pdf er hverken/);
    await expect(add('program.exe', Buffer.from('MZ'))).rejects.toThrow(/program\.exe er hverken/);
    const big = Buffer.concat([files.pdf, Buffer.alloc(20_000_001 - files.pdf.length)]);
    await expect(add('stor.pdf', big)).rejects.toThrow(/stor\.pdf fylder 21 MB\. Spind gemmer højst 20 MB/);
    expect(at.limit).toBe(20_000_000);
    await add('lige.pdf', big.subarray(0, 20_000_000));
    const kept = context.session.open?.sqlite.prepare('SELECT name, size FROM attachments').all();
    expect(kept).toEqual([{ name: 'lige.pdf', size: 20_000_000 }]);
    expect((await ledger('thomas')).entries.filter(({ certificate }) => certificate)).toHaveLength(1);
  });

  it('keeps no path and no control signs in its name', async () => {
    const { add, ledger } = withFiles();
    await add('C:\\Users\\tr\\bevis\u0000.pdf', files.pdf);
    expect((await ledger('thomas')).entries[0]?.certificate?.name).toBe('bevis.pdf');
  });

  it('can be removed and brought back, and never be two or somebody else’s', async () => {
    const { add, call, at, ledger, module } = withFiles();
    const entryId = await add('a.pdf', files.pdf);
    await expect(call('leaderTraining', 'addCertificate', { entryId })).rejects.toThrow(/allerede et bevis/);
    const { attachmentId } = await call<{ attachmentId: string }>('leaderTraining', 'removeCertificate', {
      entryId,
    });
    expect((await ledger('thomas')).entries[0]?.certificate).toBeNull();
    await expect(call('leaderTraining', 'exportCertificate', { entryId })).rejects.toThrow(/intet bevis/);
    await call('leaderTraining', 'restoreCertificate', { entryId, attachmentId });
    const other = await module('lone');
    await expect(
      call('leaderTraining', 'restoreCertificate', { entryId: other, attachmentId }),
    ).rejects.toThrow(/hører til et andet sted/);
    await call('leaderTraining', 'exportCertificate', { entryId });
    expect(at.saved.map(({ bytes }) => sha256(bytes))).toEqual([sha256(files.pdf)]);
  });

  it('is not asked for again when the person changes her mind', async () => {
    const { call, at, module } = withFiles();
    at.chosen = null;
    const entryId = await module('thomas');
    expect(await call('leaderTraining', 'addCertificate', { entryId })).toEqual({ carriedOut: false });
  });

  it('leaves a trace in the audit log when it is kept and when it leaves, and no name', async () => {
    const { add, call, context } = withFiles();
    const entryId = await add('Thomas Ravnholt.pdf', files.pdf);
    await call('leaderTraining', 'exportCertificate', { entryId });
    const rows = JSON.stringify(context.session.open?.sqlite.prepare('SELECT * FROM audit_log').all());
    expect(rows).toMatch(/ledgerEntry\.certificate-added.*ledgerEntry\.certificate-exported/);
    expect(rows).not.toMatch(/Ravnholt/);
  });
});

describe('a certificate in a backup', () => {
  const passphrase = 'fire tilfældige ord her';
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  it('is byte for byte the same after restoring, also when it was removed in between', async () => {
    const saved: Buffer[] = [];
    const { call, router } = testContext({
      machine: {
        dataFolder: testFolder(),
        chooseFile: async () => ({ name: 'diplom.pdf', bytes: files.pdf }),
        saveFile: async (_kind, _name, bytes) => saved.push(bytes) > 0,
      },
      session: { state: 'none', open: null, keys: null },
    });
    closing.push(() => void router('vault', 'lock', {}));
    const { name, municipality, profile, leaderName, leaderTitle, retentionYears, retentionReason } =
      testProfile;
    const school = { name, municipality, profile, leaderName, leaderTitle, retentionYears, retentionReason };
    await call('vault', 'create', { passphrase, school });
    const { categories } = await call<{ categories: { id: string; name: string }[] }>('categories', 'list');
    const { id: employeeId } = await call<{ id: string }>('employees', 'save', {
      employeeNumber: 'S02',
      name: 'Thomas Ravnholt',
      categoryId: categories.find((one) => one.name === 'pædagogisk leder')?.id,
      title: '',
      employmentDate: '2026-01-01',
      leavingDate: null,
      employmentPercent: 100,
      note: '',
    });
    const { id: entryId } = await call<{ id: string }>(
      'leaderTraining',
      'saveEntry',
      moduleInput({ employeeId }),
    );
    await call('leaderTraining', 'addCertificate', { entryId });
    const { backup } = await call<{ backup: { name: string } }>('backups', 'makeNow');
    await call('leaderTraining', 'removeCertificate', { entryId });
    await call('backups', 'restore', { name: backup.name });
    await call('vault', 'unlock', { passphrase });
    await call('leaderTraining', 'exportCertificate', { entryId });
    expect(saved.map(sha256)).toEqual([sha256(files.pdf)]);
    expect(await call('leaderTraining', 'overview')).toMatchObject({
      requirements: 2,
      leaders: [{ name: 'Thomas Ravnholt', clock: { state: 'begun', deadline: '2027-01-01' } }],
    });
  });
});
