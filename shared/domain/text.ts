/** A sentence a person reads, in both languages of the application. Danish is the source. */
export type Text = { readonly da: string; readonly en: string };

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

export const errorCodes = [
  'invalid',
  'not-found',
  'conflict',
  'forbidden',
  'locked',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * What a rule or a handler throws when it says no. The router turns it into a reply in the reader's language;
 * every other error becomes `internal` without details, so nothing personal can leak through a message.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly text: Text,
    readonly fields?: Readonly<Record<string, Text>>,
  ) {
    super(text.en);
    this.name = 'Refusal';
  }
}

/** Makes a refusal to throw: `throw refuse('invalid', { da, en })`. `fields` names the inputs at fault. */
export function refuse(code: ErrorCode, text: Text, fields?: Readonly<Record<string, Text>>): Refusal {
  return new Refusal(code, text, fields);
}

/** Refuses an input with one field at fault. */
export function refuseField(field: string, text: Text): never {
  throw refuse('invalid', text, { [field]: text });
}
