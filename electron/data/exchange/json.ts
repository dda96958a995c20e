import type { z } from 'zod';

/** Names that reach into every object of the program when one is copied into another. */
const neverKeys = ['__proto__', 'constructor', 'prototype'];

/** The bytes as JSON in UTF-8; throws for anything else, and for names that no Spind has ever written. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return JSON.parse(text, (key, value) => {
    if (neverKeys.includes(key)) throw new SyntaxError('a name that is never written');
    return value;
  });
}

/** The bytes in the shape asked for, or null. */
export function shaped<T extends z.ZodType>(shape: T, bytes: Uint8Array): z.output<T> | null {
  try {
    return shape.parse(parseJson(bytes));
  } catch {
    return null;
  }
}

export const jsonBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8');
