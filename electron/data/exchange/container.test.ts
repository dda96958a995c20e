import {
  armor,
  Decrypter,
  Encrypter,
  generateX25519Identity,
  identityToRecipient,
  Stanza,
} from 'age-encryption';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decryptAge, encryptAge, wantsPassphrase } from './age';
import { openPackage, type PackageContent, sealPackage, signedEntries } from './container';
import { jsonBytes } from './json';
import { exchangeLimits, no } from './refusals';
import { keyFingerprint, newKeys, recipientOf } from './sign';
import {
  hr,
  lockedForHr,
  school,
  sealedFor,
  secretWords,
  signedZip,
  stranger,
  testContent,
  testManifest,
  testMoment,
  zipBytes,
} from './test-package';

const openAsHr = (bytes: Buffer) => openPackage(bytes, hr);
const passphrase = 'fire tilfældige ord her';

/** The file's own words for why it is not opened. */
async function whyNot(bytes: Buffer, unlock: Parameters<typeof openPackage>[1] = hr): Promise<string> {
  const error = await openPackage(bytes, unlock).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'Refusal' });
  return (error as { text: { da: string } }).text.da;
}

describe('a package', () => {
  it('comes out as it went in, attachments to the byte', async () => {
    const content = testContent();
    const opened = await openAsHr(await sealedFor(hr, content));
    expect(opened).toMatchObject({
      kind: 'meritCase',
      subjectId: 'case-1',
      seq: 1,
      senderName: 'Lærkemoseskolen',
      senderKind: 'school',
      signPublic: school.signPublic,
      recipient: school.recipient,
      parts: content.parts,
      createdAt: '2026-11-23T12:00:00.000Z',
    });
    expect([...opened.attachments.keys()]).toEqual(['a1', 'a2']);
    for (const { id, bytes } of content.attachments)
      expect(opened.attachments.get(id)?.equals(bytes)).toBe(true);
  });

  it('comes out as it went in, whatever is in it', async () => {
    const content = fc.record({
      subjectId: fc.uuid(),
      seq: fc.integer({ min: 1, max: 1_000_000 }),
      senderName: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((t) => t.trim() === t),
      parts: fc.dictionary(
        fc.stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/).filter((name) => name !== 'constructor'),
        fc.jsonValue().filter((value) => !/__proto__|"constructor"|"prototype"/.test(JSON.stringify(value))),
        { maxKeys: 4, noNullPrototype: true },
      ),
      attachments: fc.uniqueArray(
        fc.record({
          id: fc.uuid(),
          bytes: fc.uint8Array({ maxLength: 5000 }).map((bytes) => Buffer.from(bytes)),
        }),
        { maxLength: 4, selector: ({ id }) => id },
      ),
    });
    await fc.assert(
      fc.asyncProperty(content, async (some) => {
        const whole: PackageContent = { ...some, kind: 'meritDecision', senderKind: 'hr' };
        const opened = await openAsHr(await sealedFor(hr, whole));
        expect(opened.parts).toEqual(JSON.parse(JSON.stringify(some.parts)));
        expect([...opened.attachments]).toEqual(some.attachments.map(({ id, bytes }) => [id, bytes]));
        expect(opened).toMatchObject({
          subjectId: some.subjectId,
          seq: some.seq,
          senderName: some.senderName,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('shows no name and no note in clear', async () => {
    const words = [...secretWords, 'Lærkemoseskolen', 'manifest.json', 'meritCase', 'case-1'];
    const file = await sealedFor(hr);
    const seen = (bytes: Buffer) => words.filter((word) => bytes.includes(word, 0, 'utf8'));
    expect(seen(file)).toEqual([]);
    // The search does find them in what lies inside, so it would find them outside.
    const decrypter = new Decrypter();
    decrypter.addIdentity(hr.identity);
    const entries = Object.values(unzipSync(await decrypter.decrypt(file)));
    expect(seen(Buffer.concat(entries))).toEqual(words.filter((word) => word !== 'manifest.json'));
  });

  it('has the same SHA-256 for the same content, and another for any other', async () => {
    const digest = async (content: PackageContent) => (await openAsHr(await sealedFor(hr, content))).sha256;
    const first = await digest(testContent());
    expect(await digest(testContent())).toBe(first);
    expect(await digest(testContent({ seq: 2 }))).not.toBe(first);
    expect(await digest(testContent({ attachments: [] }))).not.toBe(first);
  });

  it('is read however well its content could be packed', async () => {
    const content = testContent({ parts: { notes: { text: 'a'.repeat(3_000_000) } } });
    expect((await openAsHr(await sealedFor(hr, content))).parts).toEqual(content.parts);
  });

  it('refuses more than a file may hold before it is written', async () => {
    const big = { id: 'a1', bytes: Buffer.alloc(25_000_001) };
    await expect(sealedFor(hr, testContent({ attachments: [big] }))).rejects.toMatchObject({
      text: no.tooMuchToSend().text,
    });
    const many = Array.from({ length: 199 }, (_, n) => ({ id: `a${n}`, bytes: Buffer.from('x') }));
    await expect(sealedFor(hr, testContent({ attachments: many }))).rejects.toMatchObject({
      text: no.tooMuchToSend().text,
    });
    const fits = testContent({ attachments: many.slice(0, 196) });
    expect((await openAsHr(await sealedFor(hr, fits))).attachments.size).toBe(196);
  });
});

describe('the public age format', () => {
  it('opens with nothing but age, armoured too', async () => {
    const file = await sealedFor(hr);
    const plain = new Decrypter();
    plain.addIdentity(hr.identity);
    const entries = unzipSync(await plain.decrypt(file));
    expect(Object.keys(entries).sort()).toEqual([
      'attachments/a1',
      'attachments/a2',
      'manifest.json',
      'parts/case.json',
      'parts/evidence.json',
      'signature.json',
    ]);
    expect(JSON.parse(strFromU8(entries['parts/case.json'] ?? new Uint8Array()))).toEqual(
      testContent().parts.case,
    );
    const armoured = Buffer.from(armor.encode(file));
    const other = new Decrypter();
    other.addIdentity(hr.identity);
    expect(Object.keys(unzipSync(await other.decrypt(armor.decode(armoured.toString()))))).toHaveLength(6);
    expect((await openAsHr(armoured)).parts).toEqual(testContent().parts);
  });

  it('opens with the passphrase as age does it', async () => {
    const file = await sealPackage(testContent(), school, { passphrase }, testMoment);
    expect(wantsPassphrase(file)).toBe(true);
    const plain = new Decrypter();
    plain.addPassphrase(passphrase);
    expect(Object.keys(unzipSync(await plain.decrypt(file)))).toHaveLength(6);
    expect((await openPackage(file, { passphrase })).subjectId).toBe('case-1');
    const began = process.cpuUsage();
    expect(await whyNot(file, { passphrase: 'fire andre ord her' })).toBe(no.wrongPassphrase().text.da);
    // The processor's time, which is the same however busy the machine is.
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  }, 60_000);

  it('has the keys of age: what the library makes and reckons is the same', async () => {
    const identity = await generateX25519Identity();
    expect(recipientOf(identity)).toBe(await identityToRecipient(identity));
    const keys = newKeys();
    expect(await identityToRecipient(keys.identity)).toBe(keys.recipient);
    expect(recipientOf(keys.identity)).toBe(keys.recipient);
    expect([keys.signPublic.length, keys.signPrivate.length]).toEqual([32, 32]);
  });

  it('shows the same fingerprint to both sides, and another for a changed half', () => {
    const { signPublic, recipient } = school;
    expect(keyFingerprint({ signPublic: Buffer.from(signPublic), recipient })).toEqual(
      keyFingerprint(school),
    );
    expect(keyFingerprint({ signPublic, recipient: hr.recipient })).not.toEqual(keyFingerprint(school));
    expect(keyFingerprint({ signPublic: hr.signPublic, recipient })).not.toEqual(keyFingerprint(school));
  });
});

describe('a lock that does not fit', () => {
  it('is named for what it is', async () => {
    const file = await sealedFor(hr);
    expect(wantsPassphrase(file)).toBe(false);
    expect(await whyNot(file, stranger)).toBe(no.notForYou().text.da);
    expect(await whyNot(file, { passphrase })).toBe(no.needsNoPassphrase().text.da);
    const withWords = await encryptAge(signedZip({}, { to: null }), { passphrase }, 4);
    expect(await whyNot(withWords)).toBe(no.needsPassphrase().text.da);
    expect(await whyNot(withWords, { passphrase: 'forkert' })).toBe(no.wrongPassphrase().text.da);
    expect(await whyNot(Buffer.from('%PDF-1.7'))).toBe(no.notSpind().text.da);
    expect(await whyNot(Buffer.alloc(0))).toBe(no.notSpind().text.da);
    expect(await whyNot(Buffer.alloc(exchangeLimits.fileBytes + 1))).toBe(no.tooLarge().text.da);
    expect(await whyNot(await lockedForHr(Buffer.from('hej')))).toBe(no.altered().text.da);
  });

  it('cannot be passed on: what was written to one is not read by another', async () => {
    const inner = signedZip();
    expect((await openAsHr(await lockedForHr(inner))).kind).toBe('meritCase');
    const forwarded = await encryptAge(inner, { recipient: stranger.recipient });
    expect(await whyNot(forwarded, stranger)).toBe(no.notForYou().text.da);
    const toAnybody = await encryptAge(inner, { passphrase }, 4);
    expect(await whyNot(toAnybody, { passphrase })).toBe(no.notForYou().text.da);
  });

  it('refuses absurd work before it begins', async () => {
    const file = await encryptAge(signedZip({}, { to: null }), { passphrase }, 4);
    for (const work of ['19', '22', '63', '0', '99999999', '4e3']) {
      const absurd = Buffer.from(
        file.toString('latin1').replace(/(-> scrypt \S+) 4/, `$1 ${work}`),
        'latin1',
      );
      const began = process.cpuUsage();
      expect(await whyNot(absurd, { passphrase })).toBe(no.absurdWork().text.da);
      expect(process.cpuUsage(began).user).toBeLessThan(500_000);
    }
  });

  it('is looked for among a few, not among thousands', async () => {
    const encrypter = new Encrypter();
    for (let n = 0; n < 20; n++) encrypter.addRecipient(stranger.recipient);
    encrypter.addRecipient(hr.recipient);
    expect(await whyNot(Buffer.from(await encrypter.encrypt(signedZip())))).toBe(no.altered().text.da);
  });

  it('is a passphrase or a key, never both', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient({ wrapFileKey: () => [new Stanza(['scrypt', 'AAAA', '4'], new Uint8Array(32))] });
    encrypter.addRecipient(hr.recipient);
    expect(await whyNot(Buffer.from(await encrypter.encrypt(signedZip())))).toBe(no.altered().text.da);
  });

  it('is not looked for in a header without end, nor longer than patience lasts', async () => {
    const endless = Buffer.concat([Buffer.from('age-encryption.org/v1\n'), Buffer.alloc(100_000_000, 'a')]);
    endless[endless.length - 1] = 10;
    const began = process.cpuUsage();
    expect(await whyNot(endless)).toBe(no.altered().text.da);
    expect(process.cpuUsage(began).user).toBeLessThan(250_000);
    const over = {
      check() {
        throw no.tooSlow();
      },
    };
    await expect(decryptAge(await sealedFor(hr), hr, over)).rejects.toMatchObject({
      text: no.tooSlow().text,
    });
  });

  it('wants a passphrase that is worth guessing at', async () => {
    await expect(
      sealPackage(testContent(), school, { passphrase: 'kort' }, testMoment),
    ).rejects.toMatchObject({ code: 'invalid', fields: { passphrase: expect.anything() } });
  });
});

describe('a signed manifest', () => {
  const one = { 'parts/case.json': jsonBytes({ a: 1 }) };
  const tries: Record<string, [Buffer, () => { text: { da: string } }]> = {
    'a later version': [signedZip(one, { version: 2 }), no.newer],
    'a later version, signed in a way of its own': [
      zipBytes({
        'manifest.json': jsonBytes({ format: 'spind-exchange', version: 9 }),
        'signature.json': Buffer.from('?'),
        ...one,
      }),
      no.newer,
    ],
    'a kind from a later Spind': [signedZip(one, { kind: 'overview' }), no.newer],
    'another format': [signedZip(one, { format: 'zip' }), no.altered],
    'a number below one': [signedZip(one, { seq: 0 }), no.altered],
    'no sender': [signedZip(one, { sender: null }), no.altered],
    'wrong counts': [signedZip(one, { counts: { parts: 2, attachments: 0 } }), no.altered],
    'an entry that is not there': [
      signedZip(one, { entries: [{ name: 'parts/x.json', size: 1, sha256: '0'.repeat(64) }] }),
      no.altered,
    ],
    'the same entry twice': [
      signedZip(one, { entries: [...testEntries(one), ...testEntries(one)] }),
      no.altered,
    ],
    'an entry it does not mention': [
      zipBytes({ ...signedEntries(testManifest(one), school), ...one, 'parts/more.json': jsonBytes(1) }),
      no.altered,
    ],
    'an entry with another content': [
      zipBytes({ ...signedEntries(testManifest(one), school), 'parts/case.json': jsonBytes({ a: 2 }) }),
      no.altered,
    ],
    'a shorter claim than the content': [
      signedZip(one, { entries: testEntries(one).map((entry) => ({ ...entry, size: 1 })) }),
      no.tooLarge,
    ],
    'a part that is no JSON': [signedZip({ 'parts/case.json': Buffer.from('{') }), no.altered],
    'a part that is no UTF-8': [
      signedZip({ 'parts/case.json': Buffer.from([0x22, 0xff, 0x22]) }),
      no.altered,
    ],
    'a part that reaches into every object': [
      signedZip({ 'parts/case.json': Buffer.from('{"a":{"__proto__":{"isAdmin":true}}}') }),
      no.altered,
    ],
    'a part nested without end': [
      signedZip({ 'parts/case.json': Buffer.from('['.repeat(490_000) + ']'.repeat(490_000)) }),
      no.altered,
    ],
    "somebody else's signature": [
      zipBytes({
        ...signedEntries(testManifest(one), school),
        'signature.json': signedEntries(testManifest(one, { seq: 2 }), school)['signature.json'] as Buffer,
        ...one,
      }),
      no.altered,
    ],
    'a signature with another key beside it': [
      zipBytes({
        ...signedEntries(testManifest(one), { ...school, signPublic: stranger.signPublic }),
        ...one,
      }),
      no.altered,
    ],
    'no signature': [zipBytes({ 'manifest.json': jsonBytes(testManifest(one)), ...one }), no.altered],
  };

  it.each(Object.entries(tries))('with %s is refused', async (_name, [zip, refusal]) => {
    expect(await whyNot(await lockedForHr(zip))).toBe(refusal().text.da);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('isAdmin' in {}).toBe(false);
  });

  it('is what the hash and the signature are over: the same zip with nothing changed is read', async () => {
    expect((await openAsHr(await lockedForHr(signedZip(one)))).parts).toEqual({ case: { a: 1 } });
  });
});

const testEntries = (entries: Readonly<Record<string, Buffer>>) =>
  testManifest(entries).entries as { name: string; size: number; sha256: string }[];

describe('every reason', () => {
  it('has a sentence of its own in both languages', () => {
    const all = Object.values(no).map((make) => make('Nordmarke HR').text);
    for (const language of ['da', 'en'] as const) {
      const sentences = all.map((text) => text[language]);
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÆØÅ].*\.$/);
    }
  });
});
