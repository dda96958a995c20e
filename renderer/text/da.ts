import { common } from './da/common';
import { documents } from './da/documents';
import { print } from './da/print';

/** Danish, the source of all keys; one part a feature. */
export const da = {
  common,
  documents,
  print,
} as const;
