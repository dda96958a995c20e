import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@shared/domain/text';
import { describe, expect, it } from 'vitest';
import { DataRefusal } from './data-refusal';
import { dataPaths, tidyFolder } from './folder';
import { keyFileText, newestKeyCopy, parseKeyFile, readKeyFile, saveKeyFile, sealKeyFile } from './key-file';
import {
  changePassphrase,
  createKeys,
  keyIdOf,
  newRecoveryCode,
  passphraseProblem,
  scryptCost,
  setPassphrase,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  waitAfterFailures,
} from './keys';
import { testFolder } from './test-database';

const cheap = { cost: { N: 16, r: 8, p: 1 } };
const passphrase = 'blå mælkebøtte under trappen';

async function kindOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof DataRefusal ? error.kind : error instanceof Refusal ? error.code : String(error);
  }
  return 'no refusal';
}

describe('keys', () => {
  it('cost a guesser 128 MiB and real time by default', async () => {
    const { keyFile, dataKey } = await createKeys(passphrase);
    expect(keyFile.wraps[0]).toMatchObject({ kind: 'passphrase', kdf: { ...scryptCost, name: 'scrypt' } });
    expect(scryptCost).toEqual({ N: 131072, r: 8, p: 1 });
    expect(await unlockWithPassphrase(keyFile, passphrase)).toEqual(dataKey);
  });

  it('open by passphrase and by recovery code, and by nothing else', async () => {
    const { keyFile, dataKey, recoveryCode } = await createKeys(passphrase, cheap);
    const other = await createKeys(passphrase, cheap);
    expect(await unlockWithPassphrase(keyFile, passphrase)).toEqual(dataKey);
    expect(await unlockWithPassphrase(keyFile, passphrase.normalize('NFD'))).toEqual(dataKey);
    expect(await unlockWithRecoveryCode(keyFile, recoveryCode.toLowerCase())).toEqual(dataKey);
    expect(await kindOf(unlockWithPassphrase(keyFile, `${passphrase} `))).toBe('wrong-passphrase');
    expect(await kindOf(unlockWithRecoveryCode(keyFile, other.recoveryCode))).toBe('wrong-recovery-code');
    expect(await kindOf(unlockWithRecoveryCode(keyFile, 'ABCD'))).toBe('invalid');
    expect(other.dataKey).not.toEqual(dataKey);
  });

  it('twenty wrong passphrases lock nobody out', async () => {
    const { keyFile, dataKey } = await createKeys(passphrase, cheap);
    for (let n = 0; n < 20; n++) {
      expect(await kindOf(unlockWithPassphrase(keyFile, `gæt nummer ${n} af mange`))).toBe(
        'wrong-passphrase',
      );
    }
    expect(await unlockWithPassphrase(keyFile, passphrase)).toEqual(dataKey);
    expect([0, 2, 3, 4, 8, 20, 1e9].map(waitAfterFailures)).toEqual([
      0, 0, 1000, 2000, 30_000, 30_000, 30_000,
    ]);
  });

  it('survive a change of passphrase and of recovery code', async () => {
    const { keyFile, dataKey, recoveryCode } = await createKeys(passphrase, cheap);
    const next = 'en helt ny sætning';
    const changed = await changePassphrase(keyFile, passphrase, next, cheap);
    expect(await unlockWithPassphrase(changed, next)).toEqual(dataKey);
    expect(await kindOf(unlockWithPassphrase(changed, passphrase))).toBe('wrong-passphrase');
    expect(await unlockWithRecoveryCode(changed, recoveryCode)).toEqual(dataKey);
    expect(await kindOf(changePassphrase(keyFile, 'forkert sætning', next, cheap))).toBe('wrong-passphrase');

    const renewed = await newRecoveryCode(changed, dataKey, cheap);
    expect(await unlockWithRecoveryCode(renewed.keyFile, renewed.recoveryCode)).toEqual(dataKey);
    expect(await kindOf(unlockWithRecoveryCode(renewed.keyFile, recoveryCode))).toBe('wrong-recovery-code');
    await expect(setPassphrase(keyFile, Buffer.alloc(32), next, cheap)).rejects.toThrow('does not belong');
  });

  it('keep a way of opening they do not know', async () => {
    const { keyFile } = await createKeys(passphrase, cheap);
    const { checksum: _, ...content } = keyFile;
    const extended = sealKeyFile({ ...content, wraps: [...content.wraps, { kind: 'system', blob: 'AAAA' }] });
    const changed = await changePassphrase(
      parseKeyFile(keyFileText(extended)),
      passphrase,
      'en helt ny sætning',
      cheap,
    );
    expect(changed.wraps).toContainEqual({ kind: 'system', blob: 'AAAA' });
  });

  it('refuse a poor passphrase in Danish', async () => {
    expect(passphraseProblem('æøåæøåæøåæø')?.da).toContain('mindst 12 tegn');
    expect(passphraseProblem('aaaaaaaaaaaaaaaa')?.da).toContain('flere forskellige');
    expect(passphraseProblem('abababababababab')).not.toBeNull();
    expect(passphraseProblem(passphrase)).toBeNull();
    expect(await kindOf(createKeys('kort', cheap))).toBe('invalid');
  });
});

describe('key file', () => {
  it('tells damage anywhere from a wrong passphrase', async () => {
    const { keyFile } = await createKeys(passphrase, cheap);
    const text = keyFileText(keyFile);
    for (let at = 0; at < text.length; at += 7) {
      const character = text.charAt(at);
      if (/\s/.test(character)) continue;
      const flipped = text.slice(0, at) + (character === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(await kindOf((async () => parseKeyFile(flipped))()), `character ${at}`).toBe('keys-damaged');
    }
    expect(await kindOf((async () => parseKeyFile(''))())).toBe('keys-damaged');
    expect(await kindOf((async () => parseKeyFile(text.replace('"version": 1', '"version": 2')))())).toBe(
      'newer',
    );
    expect(parseKeyFile(JSON.stringify(JSON.parse(text)))).toEqual(keyFile);
  });

  it('asks no machine for endless memory', async () => {
    const { keyFile } = await createKeys(passphrase, cheap);
    const { checksum: _, ...content } = keyFile;
    const wraps = content.wraps.map((w) => ({ ...w, kdf: { ...(w.kdf as object), N: 2 ** 30 } }));
    const crafted = keyFileText(sealKeyFile({ ...content, wraps }));
    expect(await kindOf((async () => parseKeyFile(crafted))())).toBe('keys-damaged');
  });

  it('holds nothing personal and not the key', async () => {
    const { keyFile, dataKey, recoveryCode } = await createKeys(passphrase, cheap);
    const text = keyFileText(keyFile);
    for (const secret of [dataKey.toString('hex'), dataKey.toString('base64'), recoveryCode, passphrase]) {
      expect(text).not.toContain(secret);
    }
    expect(keyFile.keyId).toBe(keyIdOf(dataKey));
  });

  it('is saved whole, and its copies beside backups follow', async () => {
    const folder = testFolder();
    tidyFolder(folder);
    const { keyFile } = await createKeys(passphrase, cheap);
    const strange = await createKeys(passphrase, cheap);
    const paths = dataPaths(folder);
    const ownCopy = join(paths.backups, 'spind-2026-11-22T080000.keys.json');
    const strangeCopy = join(paths.backups, 'spind-2026-11-21T080000.keys.json');
    writeFileSync(ownCopy, keyFileText(keyFile));
    writeFileSync(strangeCopy, keyFileText(strange.keyFile));
    const changed = await changePassphrase(keyFile, passphrase, 'en helt ny sætning', cheap);
    saveKeyFile(folder, changed);
    expect(readKeyFile(paths.keys)).toEqual(changed);
    expect(readKeyFile(ownCopy)).toEqual(changed);
    expect(readFileSync(strangeCopy, 'utf8')).toBe(keyFileText(strange.keyFile));
    expect(newestKeyCopy(folder)).toEqual(changed);
    expect(await kindOf((async () => readKeyFile(join(folder, 'none.json')))())).toBe('keys-missing');
  });
});
