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
