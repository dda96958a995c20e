import { type ErrorCode, Refusal, type Text } from '@shared/domain/text';

/** What is wrong with the data folder, so that start-up can offer the way out that fits. */
export type DataRefusalKind =
  | 'wrong-passphrase'
  | 'wrong-recovery-code'
  | 'keys-damaged'
  | 'keys-missing'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'missing'
  | 'exists'
  | 'held'
  | 'place'
  | 'disk-full'
  | 'read-only'
  | 'disk-error'
  | 'program-damaged';

const codes: Record<DataRefusalKind, ErrorCode> = {
  'wrong-passphrase': 'forbidden',
  'wrong-recovery-code': 'forbidden',
  'keys-damaged': 'internal',
  'keys-missing': 'not-found',
  damaged: 'internal',
  foreign: 'conflict',
  newer: 'conflict',
  missing: 'not-found',
  exists: 'conflict',
  held: 'conflict',
  place: 'conflict',
  'disk-full': 'internal',
  'read-only': 'internal',
  'disk-error': 'internal',
  'program-damaged': 'internal',
};

/** A refusal about the data folder. Whoever throws it has changed nothing. */
export class DataRefusal extends Refusal {
  constructor(
    readonly kind: DataRefusalKind,
    text: Text,
  ) {
    super(codes[kind], text);
    this.name = 'DataRefusal';
  }
}

/** Makes a refusal to throw: `throw refuseData('newer', { da, en })`. */
export function refuseData(kind: DataRefusalKind, text: Text): DataRefusal {
  return new DataRefusal(kind, text);
}
