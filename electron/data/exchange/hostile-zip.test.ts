import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readContainer, signedEntries } from './container';
import { jsonBytes } from './json';
import { no, patienceFor } from './refusals';
import { sha256 } from './sign';
import { hr, school, signedZip, testManifest, testMoment, zipBytes } from './test-package';

const part = { 'parts/case.json': jsonBytes({ a: 1 }) };

/** What is refused is refused quickly and without holding what a file only claims to hold. */
async function refusedAtOnce(zip: Buffer, refusal: () => { text: unknown }): Promise<void> {
  // The processor's time, which is the same however busy the machine is.
  const began = process.cpuUsage();
  const before = process.memoryUsage().arrayBuffers;
  await expect(readContainer(zip, hr.recipient, patienceFor(zip.length))).rejects.toMatchObject({
    name: 'Refusal',
    text: refusal().text,
  });
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(500_000_000);
}

/** The right manifest and signature, and beside them whatever is given. */
function withEntries(more: Zippable): Buffer {
  return Buffer.from(
    zipSync({ ...signedEntries(testManifest(part), school), ...part, ...more }, { mtime: testMoment }),
  );
}

/** Every central directory record changed by `change`, which gets the record's name. */
function patched(zip: Buffer, change: (record: Buffer, name: string) => void): Buffer {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; ) {
    const length = copy.readUInt16LE(at + 28);
    const record = copy.subarray(at, at + 46 + length);
    change(record, record.subarray(46).toString('latin1'));
    at = copy.indexOf('PK\x01\x02', at + 46 + length, 'latin1');
  }
  return copy;
}

describe('a zip that Spind has not made', () => {
  it.each([
    '../parts/case.json',
    'parts/../../case.json',
    '/etc/passwd',
    'C:/windows/system32',
    'parts\\case.json',
    'parts/.json',
    'parts/case.json/',
    'parts/Case.json',
    'attachments/a b',
    'attachments/..',
    'attachments/a/b',
    'attachments/',
    '__proto__',
    'constructor',
    'parts/__proto__.json',
    'manifest.json.exe',
    'søren.json',
  ])('with an entry called %s is refused', async (name) => {
    // The writer itself stumbles over some names, so they are put in afterwards.
    const stand = 'z'.repeat(Buffer.byteLength(name));
    const zip = withEntries({ [stand]: new Uint8Array([1]) }).toString('latin1');
    const written = Buffer.from(name).toString('latin1');
    await refusedAtOnce(Buffer.from(zip.replaceAll(stand, written), 'latin1'), no.foreign);
  });

  it('with the same name twice is refused', async () => {
    const twice = withEntries({ 'parts/casf.json': jsonBytes({ a: 2 }) }).toString('latin1');
    const bytes = Buffer.from(twice.replaceAll('parts/casf.json', 'parts/case.json'), 'latin1');
    await refusedAtOnce(bytes, no.foreign);
  });

  it('with a link, a folder or a device is refused', async () => {
    for (const type of [0o120000, 0o040000, 0o020000, 0o060000]) {
      const zip = patched(signedZip(part), (record, name) => {
        if (name.startsWith('parts/')) record.writeUInt32LE(((type | 0o777) << 16) >>> 0, 38);
      });
      await refusedAtOnce(zip, no.foreign);
    }
  });

  it('with a locked or strangely packed entry is refused', async () => {
    const locked = patched(signedZip(part), (record) => record.writeUInt16LE(1, 8));
    const strange = patched(signedZip(part), (record) => record.writeUInt16LE(14, 10));
    await refusedAtOnce(locked, no.foreign);
    await refusedAtOnce(strange, no.foreign);
  });

  it('with too many entries is refused, also when it only says so', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 198 }, (_, n) => [`attachments/a${n}`, new Uint8Array()]),
    );
    await refusedAtOnce(withEntries(many), no.tooLarge);
    const zip = signedZip(part);
    const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    zip.writeUInt16LE(60_000, end + 8);
    zip.writeUInt16LE(60_000, end + 10);
    await refusedAtOnce(zip, no.tooLarge);
  });

  it('that is a cut-off, empty or no zip is refused', async () => {
    const zip = signedZip(part);
    for (const bytes of [zip.subarray(0, -30), zip.subarray(200), Buffer.alloc(0), Buffer.from('PK')])
      await refusedAtOnce(bytes, no.altered);
    await refusedAtOnce(zipBytes({}), no.altered);
  });
});

describe('a bomb', () => {
  it('that says it holds a gigabyte is refused by what it says', async () => {
    for (const claim of [1_000_000_000, 0xfffffffe]) {
      const zip = patched(signedZip(part), (record, name) => {
        if (name.startsWith('parts/')) record.writeUInt32LE(claim, 24);
      });
      await refusedAtOnce(zip, no.tooLarge);
    }
  });

  it('of one entry larger than one may be, or of many that are too large together, is refused by what it claims', async () => {
    const names = Array.from({ length: 6 }, (_, n) => `attachments/a${n}`);
    const zip = withEntries(Object.fromEntries(names.map((name) => [name, new Uint8Array(9)])));
    const claiming = (size: number, pattern: RegExp) =>
      patched(zip, (record, name) => {
        if (!pattern.test(name)) return;
        record.writeUInt32LE(size, 20);
        record.writeUInt32LE(size, 24);
      });
    await refusedAtOnce(claiming(24_000_000, /^attachments/), no.tooLarge);
    await refusedAtOnce(claiming(25_000_001, /^attachments.a0/), no.tooLarge);
  });

  it('that unpacks a thousand times is refused before it does', async () => {
    const bomb = { 'attachments/a1': Buffer.alloc(24_000_000) };
    const zip = zipSync({ ...signedEntries(testManifest(bomb), school), ...bomb }, { level: 9 });
    await refusedAtOnce(Buffer.from(zip), no.tooLarge);
  });

  it('that hides its size is stopped where its manifest said it ends', async () => {
    const bomb = { 'attachments/a1': Buffer.alloc(30_000_000) };
    const small = { name: 'attachments/a1', size: 900, sha256: '0'.repeat(64) };
    const signed = signedEntries(testManifest(bomb, { entries: [small] }), school);
    const zip = Buffer.from(zipSync({ ...signed, ...bomb }, { level: 9 }));
    const hidden = patched(zip, (record, name) => {
      if (name.startsWith('attachments/')) record.writeUInt32LE(900, 24);
    });
    await refusedAtOnce(hidden, no.tooLarge);
    // The manifest itself is the first that is read, so it could be the bomb.
    const inManifest = patched(
      Buffer.from(zipSync({ 'manifest.json': Buffer.alloc(30_000_000, ' ') }, { level: 9 })),
      (record) => record.writeUInt32LE(900, 24),
    );
    await refusedAtOnce(inManifest, no.tooLarge);
  });

  it('of many entries that are the same bytes is refused by the sum', async () => {
    const names = Array.from({ length: 140 }, (_, n) => `attachments/a${n}`);
    const block = Buffer.alloc(900_000);
    const entries = names.map((name) => ({ name, size: block.length, sha256: sha256(block) }));
    const counts = { parts: 0, attachments: names.length };
    const signed = signedEntries(testManifest({}, { entries, counts }), school);
    const empty = Object.fromEntries(names.slice(1).map((name) => [name, new Uint8Array()]));
    const zip = Buffer.from(zipSync({ ...signed, 'attachments/a0': block, ...empty }, { level: 9 }));
    const first = zip.indexOf('attachments/a0', 0, 'latin1') - 30;
    const central = zip.lastIndexOf('attachments/a0', undefined, 'latin1') - 46;
    const packed = zip.readUInt32LE(central + 20);
    const overlapping = (claim: number) =>
      patched(zip, (record, name) => {
        if (!name.startsWith('attachments/')) return;
        record.writeUInt16LE(8, 10);
        record.writeUInt32LE(packed, 20);
        record.writeUInt32LE(claim, 24);
        record.writeUInt32LE(first, 42);
      });
    await refusedAtOnce(overlapping(block.length), no.tooLarge);
    // Small claims get past the sum of what is claimed, but not past the sum of what comes out.
    await refusedAtOnce(overlapping(9), no.tooLarge);
  }, 20_000);
});

describe('patience', () => {
  it('ends after five seconds, later for a large file, and reading stops there', async () => {
    let now = 0;
    const clock = () => now;
    const [small, large] = [patienceFor(1000, clock), patienceFor(120_000_000, clock)];
    now = 4_999;
    small.check();
    now = 5_001;
    expect(() => small.check()).toThrow(no.tooSlow().text.en);
    now = 16_900;
    large.check();
    let checks = 0;
    const entries = 3;
    const lasting = (most: number) => ({
      check() {
        checks += 1;
        if (checks > most) small.check();
      },
    });
    // While the entries are listed, and while one is unpacked.
    for (const most of [0, entries]) {
      checks = 0;
      await expect(readContainer(signedZip(part), hr.recipient, lasting(most))).rejects.toMatchObject({
        text: no.tooSlow().text,
      });
    }
  });
});
