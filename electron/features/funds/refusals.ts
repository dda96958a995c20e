import { refuse, type Text } from '@shared/domain/text';

/** A row of the audit log: which fields, never what they say. */
export const audited =
  (entity: string) =>
  (action: string, entityId: string, fields: readonly string[] = []) => ({
    action: `${entity}.${action}`,
    entity,
    entityId,
    fields: [...fields],
  });

/** Refuses an input with one field at fault. */
export function refuseField(field: string, text: Text): never {
  throw refuse('invalid', text, { [field]: text });
}

export const gone = {
  application: refuse('not-found', {
    da: 'Ansøgningen findes ikke længere. Gå tilbage til listen.',
    en: 'The application no longer exists. Go back to the list.',
  }),
  grant: refuse('not-found', {
    da: 'Bevillingen findes ikke længere.',
    en: 'The grant no longer exists.',
  }),
  rules: refuse('not-found', {
    da: 'Regelsættet findes ikke længere.',
    en: 'The rule set no longer exists.',
  }),
} as const;
