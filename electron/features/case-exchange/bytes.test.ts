import { createHash } from 'node:crypto';
import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { ownKeys } from '../../data/queries/exchange';
import { testFolder } from '../../data/test-database';
import { testProfile } from '../test-school';
import { hrFile, type Letter, meet, program, schoolFile, sentCase } from './test-two-files';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const passphrase = 'fire tilfældige ord her';

/** A certificate with every byte there is, in an order no compression likes, and another without any order. */
const papers: Letter[] = [
  Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * at * 31 + (at >> 3)) % 256)),
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
].map((bytes, at) => ({
  name: `søren-eksamensbevis-${at}.pdf`,
  bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]),
}));

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A file of HR that was made from the first start on, on a folder with backups. */
async function officeOnDisk() {
  const hr = program({
    machine: { dataFolder: testFolder() },
    session: { state: 'none', open: null, keys: null },
  });
  closing.push(() => void hr.router('vault', 'lock', {}));
  const { municipality, retentionYears, retentionReason } = testProfile;
  await hr.call('vault', 'create', {
    passphrase,
    school: {
      name: 'HR og skoleudvikling',
      municipality,
      profile: 'hr',
      leaderName: 'Jens Overgaard',
      leaderTitle: 'HR-chef',
      developmentChiefName: 'Mette Kærsgaard',
      retentionYears,
      retentionReason,
    },
  });
  return hr;
}

describe('the papers of a case', () => {
  it('are byte for byte the same after export, import and the restoring of a backup', async () => {
    const [school, hr] = [schoolFile(), await officeOnDisk()];
    await meet(school, hr);
    const caseId = await school.submitted('amina', papers[0]);
    await school.move(caseId, 'takeBack', '');
    const second = { title: 'Diplom', provider: '', year: 2020, ects: 5, learningGoals: '', covers: [] };
    const { id: evidenceId } = await school.call<{ id: string }>('merit', 'saveEvidence', {
      caseId,
      ...second,
    });
    school.lay(papers[1] ?? null);
    await school.call('merit', 'attach', { evidenceId });
    await school.move(caseId, 'submit', '');
    await hr.takeIn(await sentCase(school, caseId));

    /** What comes out of a file when each paper is saved from it. */
    const papersOf = async (test: typeof hr) => {
      const { evidence } = await test.ofCase(caseId);
      const out: Buffer[] = [];
      for (const { id } of evidence)
        out.push((await test.written('merit', 'exportAttachment', { evidenceId: id })).bytes);
      return out.map(sha256);
    };
    const original = papers.map(({ bytes }) => sha256(bytes));
    expect(await papersOf(school)).toEqual(original);
    expect(await papersOf(hr)).toEqual(original);

    // A newer edition without the second paper, and then the backup from before it.
    const { backup } = await hr.call<{ backup: { name: string } }>('backups', 'makeNow');
    school.setNow('2026-11-24T12:00:00');
    await school.move(caseId, 'takeBack', '');
    await school.call('merit', 'removeEvidence', { evidenceId });
    await school.move(caseId, 'submit', '');
    const newer = await sentCase(school, caseId);
    expect(await hr.takeIn(newer)).toMatchObject({ ok: true });
    expect(await papersOf(hr)).toEqual(original.slice(0, 1));
    await hr.call('backups', 'restore', { name: backup.name });
    await hr.call('vault', 'unlock', { passphrase });
    expect(await papersOf(hr)).toEqual(original);
    // The file that was lost with the backup is read once more.
    expect(await hr.takeIn(newer)).toMatchObject({ ok: true });
    expect(await papersOf(hr)).toEqual(original.slice(0, 1));
    expect([...school.failures, ...hr.failures]).toEqual([]);
  }, 60_000);
});

describe('a case file on its way', () => {
  it('shows nobody’s name and nothing that was written, neither out nor back', async () => {
    const [school, hr] = [schoolFile(), hrFile()];
    await meet(school, hr);
    const caseId = await school.submitted('amina', papers[0]);
    const { evidence } = await school.ofCase(caseId);
    const letter = await sentCase(school, caseId);
    await hr.takeIn(letter);
    await hr.decide(caseId, 'no');
    const answer = await hr.written('caseExchange', 'sendAnswer', { caseId });
    const inCase = [
      'Amina',
      'Farooq',
      'Lærkemoseskolen',
      'søger merit',
      'Master i',
      'Kan lede',
      'søren-eksamens',
    ];
    const inAnswer = [
      'Amina',
      'Farooq',
      'HR og skoleudvikling',
      'Overgaard',
      'Kærsgaard',
      'Læringsmålene',
      'refused',
    ];
    const never = [caseId, evidence[0]?.id ?? '', 'AGE-SECRET-KEY', 'manifest', '%PDF'];
    for (const [file, words, reader] of [
      [letter, inCase, hr],
      [answer, inAnswer, school],
    ] as const) {
      const seen = (bytes: Buffer) =>
        [...words, ...never].filter((word) =>
          (['utf8', 'latin1', 'utf16le'] as const).some((encoding) => bytes.includes(word, 0, encoding)),
        );
      expect(seen(file.bytes)).toEqual([]);
      expect(file.name).not.toMatch(/amina|farooq/i);
      // The search finds the words in what is locked inside, so it would find them outside.
      const decrypter = new Decrypter();
      decrypter.addIdentity(ownKeys(reader.db, new Date()).identity);
      const inside = Object.values(unzipSync(await decrypter.decrypt(file.bytes)));
      expect(seen(Buffer.concat(inside))).toEqual(expect.arrayContaining([...words, caseId]));
    }
  });
});
