import type { da } from './da';
import { common } from './en/common';
import { documents } from './en/documents';
import { print } from './en/print';
import type { Same } from './same';

export const en: Same<typeof da> = {
  common,
  documents,
  print,
};
