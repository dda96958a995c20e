import type { KeyFile } from '../key-file';

/** What a child that is to be killed has to do. */
export type ChildTask = {
  readonly mode: 'write' | 'backup' | 'restore' | 'passphrase' | 'first-start' | 'migrate';
  readonly folder: string;
  /** Hexadecimal. */
  readonly dataKey: string;
  readonly migrationsFolder: string;
  /** Control for `write`: acknowledge before the commit. */
  readonly early?: boolean;
  /** Die before this step, counted from 1. */
  readonly step?: number;
  readonly backup?: string;
  readonly keyFile?: KeyFile;
};

export const passphrases = { old: 'den gamle adgangssætning', next: 'den nye adgangssætning' };

/** Low cost: what is tested is the order of writes. */
export const cheapKeys = { cost: { N: 16, r: 8, p: 1 } };
