const groups = 8;

/**
 * A pair of keys as eight groups of four digits, to be read aloud over the telephone: `['0412', '9931', …]`. `digest` is
 * the SHA-256 (32 bytes) of the keys; each group comes from four bytes of it, so all eight hold 106 bits.
 */
export function fingerprintOf(digest: Uint8Array): string[] {
  if (digest.length !== 32) throw new RangeError('a fingerprint is made of 32 bytes');
  const view = new DataView(digest.buffer, digest.byteOffset, digest.length);
  return Array.from({ length: groups }, (_, group) =>
    String(view.getUint32(group * 4) % 10_000).padStart(4, '0'),
  );
}
