import type { FeatureContract, Reply } from '@shared/contract/core';
import { fieldMessage } from '@shared/contract/field-messages';
import { Refusal, type Text } from '@shared/domain/text';
import { storageRefusal } from '../data/storage-refusal';
import type { Context, Handlers } from './context';
import { refuseInHrFile } from './hr-file';

export type Router = (feature: string, name: string, input: unknown) => Promise<Reply<unknown>>;

const unknownCall: Text = {
  da: 'Det kan Spind ikke gøre. Genstart Spind, og prøv igen.',
  en: 'Spind cannot do that. Restart Spind and try again.',
};
const notNow: Text = {
  da: 'Det kan ikke gøres lige nu. Lås op med din adgangssætning, og prøv igen.',
  en: 'That cannot be done right now. Unlock with your passphrase and try again.',
};
const wentWrong: Text = {
  da: 'Noget gik galt i Spind. Det, der er gemt, er uberørt. Prøv igen, eller genstart Spind.',
  en: 'Something went wrong in Spind. What has been saved is untouched. Try again, or restart Spind.',
};
const badInput: Text = { da: 'Ret de markerede felter.', en: 'Correct the marked fields.' };

/**
 * The one way from a window to a handler, without any transport: allow-list, access, parsed input, handler,
 * parsed output. Never throws; an unexpected error is reported to `report` and answered without details.
 */
export function createRouter(
  contract: Readonly<Record<string, FeatureContract>>,
  handlers: Readonly<Record<string, Handlers<FeatureContract>>>,
  context: Context,
  report: (error: unknown, where: string) => void,
): Router {
  const say = (text: Text) => text[context.language()];

  return async (feature, name, input) => {
    const call = own(own(contract, feature), name);
    const handler = own(own(handlers, feature), name);
    if (!call || !handler) return { ok: false, error: { code: 'forbidden', message: say(unknownCall) } };
    if (call.access !== 'always' && call.access !== context.session.state) {
      return { ok: false, error: { code: 'locked', message: say(notNow) } };
    }
    const parsed = call.input.safeParse(input, { error: (issue) => fieldMessage(issue, context.language()) });
    if (!parsed.success) {
      const fields = Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message]));
      return { ok: false, error: { code: 'invalid', message: say(badInput), fields } };
    }
    try {
      refuseInHrFile(context, feature, call);
      const value = call.output.parse(await handler(context, parsed.data));
      if (call.changes.length > 0) context.tell('changed', { features: call.changes });
      return { ok: true, value };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : storageRefusal(error);
      if (!refusal) {
        report(error, `${feature}.${name}`);
        return { ok: false, error: { code: 'internal', message: say(wentWrong) } };
      }
      const fields = refusal.fields && mapValues(refusal.fields, say);
      return {
        ok: false,
        error: { code: refusal.code, message: say(refusal.text), ...(fields && { fields }) },
      };
    }
  };
}

/** Own property only, so that `__proto__` or `constructor` never count as a name. */
function own<T extends object, K extends keyof T>(table: T | undefined, key: string): T[K] | undefined {
  return table && Object.hasOwn(table, key) ? table[key as K] : undefined;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
