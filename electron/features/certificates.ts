import { refuse, type Text } from '@shared/domain/text';
import { audited } from '../data/audit';
import type { Database } from '../data/open';
import {
  attachmentBytes,
  attachmentEndings,
  largestAttachment,
  refuseOwnedAttachment,
  storeAttachment,
} from '../data/queries/attachments';
import type { Context } from './context';

/** Something that can hold one certificate. */
type Place = {
  /** As the audit log calls it. */
  readonly entity: string;
  /** Id of the file that hangs there; refuses when the place itself is gone. */
  held(db: Database, id: string): string | null;
  hang(db: Database, id: string, attachmentId: string | null): void;
  readonly texts: { readonly none: Text; readonly second: Text };
};

/** The paper behind something a person has been through, kept in the encrypted file byte by byte. */
export function certificatesAt({ entity, held, hang, texts }: Place) {
  const entry = audited(entity);
  const refuseSecond = (db: Database, id: string) => {
    if (held(db, id) !== null) throw refuse('conflict', texts.second);
  };
  const theOne = (db: Database, id: string): string => {
    const attachmentId = held(db, id);
    if (attachmentId === null) throw refuse('not-found', texts.none);
    return attachmentId;
  };

  return {
    async add(context: Context, id: string): Promise<{ carriedOut: boolean }> {
      // Asked before the file is chosen, so that nobody looks for one in vain.
      refuseSecond(context.db, id);
      const file = await context.machine.chooseFile('certificate', largestAttachment);
      if (!file) return { carriedOut: false };
      return context.write(entry('certificate-added', id, ['certificate']), (db) => {
        refuseSecond(db, id);
        hang(db, id, storeAttachment(db, file, context.now()));
        return { carriedOut: true };
      });
    },

    async export(context: Context, id: string): Promise<{ carriedOut: boolean }> {
      const carriedOut = await saveCertificate(context, theOne(context.db, id));
      // A paper leaves the encrypted file, which the audit log is to know.
      if (carriedOut) context.write(entry('certificate-exported', id, ['certificate']), () => undefined);
      return { carriedOut };
    },

    remove(context: Context, id: string): { attachmentId: string } {
      return context.write(entry('certificate-removed', id, ['certificate']), (db) => {
        const attachmentId = theOne(db, id);
        hang(db, id, null);
        return { attachmentId };
      });
    },

    restore(context: Context, id: string, attachmentId: string): Record<never, never> {
      return context.write(entry('certificate-restored', id, ['certificate']), (db) => {
        refuseSecond(db, id);
        attachmentBytes(db, attachmentId);
        refuseOwnedAttachment(db, attachmentId);
        hang(db, id, attachmentId);
        return {};
      });
    },
  };
}

/** Asks where to save a kept file, under a name that says nothing of whose it is; false when she changes her mind. */
export function saveCertificate({ db, language, machine }: Context, attachmentId: string): Promise<boolean> {
  const { mime, bytes } = attachmentBytes(db, attachmentId);
  const name = `${language() === 'da' ? 'bevis' : 'certificate'}.${attachmentEndings[mime]}`;
  return machine.saveFile('certificate', name, bytes);
}
