import { randomUUID } from 'node:crypto';
import type { Output } from '@shared/contract/core';
import type { exchange as contract } from '@shared/contract/exchange';
import { danishOrder } from '@shared/domain/danish-order';
import { refuse } from '@shared/domain/text';
import { and, eq, isNull, max, ne } from 'drizzle-orm';
import { type KeyCard, readKeyCard, writeKeyCard } from '../data/exchange/key-card';
import { exchangeLimits } from '../data/exchange/refusals';
import { keyFingerprint } from '../data/exchange/sign';
import type { Database, OpenDatabase } from '../data/open';
import { ownKeys, ownSender, type Partner, putOnList, removedPartner } from '../data/queries/exchange';
import { exchangePackages, exchangePartners } from '../data/schema/exchange';
import type { Context, Handlers } from './context';

/** The one key file that waits for a yes. It goes when the file is locked. */
const waiting = new WeakMap<OpenDatabase, { token: string; card: KeyCard }>();

const about = (action: string, entityId: string, fields: string[]) => ({
  action: `exchangePartner.${action}`,
  entity: 'exchangePartner',
  entityId,
  fields,
});

export const exchangeHandlers: Handlers<typeof contract> = {
  own(context) {
    const { senderName: name, senderKind: kind } = ownSender(context.db);
    return { name, kind, fingerprint: keyFingerprint(ownKeys(context.db, context.now())) };
  },

  async writeKeyFile(context) {
    const now = context.now();
    const keys = ownKeys(context.db, now);
    const { senderName: name, senderKind: kind } = ownSender(context.db);
    const bytes = writeKeyCard({ name, kind }, keys, now);
    const saved = await context.machine.saveFile(
      'exchange',
      `${kind === 'hr' ? 'hr' : 'skole'}.spindkey`,
      bytes,
    );
    return { saved };
  },

  partners: (context) => listPartners(context.db),

  async chooseKeyFile(context) {
    const file = await context.machine.chooseFile('exchange', exchangeLimits.fileBytes);
    if (!file) return null;
    const card = readKeyCard(file.bytes);
    const { open } = context.session;
    // Locked while the dialog was open: nothing is to wait for anybody.
    if (!open) throw notWaiting();
    removedPartner(context.db, card);
    const namesake = context.db
      .select({ id: exchangePartners.id })
      .from(exchangePartners)
      .where(
        and(
          eq(exchangePartners.name, card.name),
          ne(exchangePartners.signPublic, card.signPublic),
          isNull(exchangePartners.removedAt),
        ),
      )
      .get();
    const token = randomUUID();
    waiting.set(open, { token, card });
    const { name, kind } = card;
    return { token, name, kind, fingerprint: keyFingerprint(card), hasNamesake: namesake !== undefined };
  },

  addPartner(context, { token, name }) {
    const { open } = context.session;
    const found = open && waiting.get(open);
    if (!open || found?.token !== token) throw notWaiting();
    const { card } = found;
    const partnerId = context.write<string>(
      (id) => about('added', id, ['name', 'kind', 'signPublic', 'recipient']),
      (db) => {
        const { kind, signPublic, recipient } = card;
        return putOnList(db, { name, kind, signPublic, recipient }, context.now()).id;
      },
    );
    waiting.delete(open);
    return { partnerId };
  },

  markCompared: (context, { partnerId }) =>
    change(context, 'compared', partnerId, (partner) => {
      if (partner.trust === 'blocked') {
        throw refuse('conflict', {
          da: `Du har blokeret ${partner.name}. Ophæv blokeringen først.`,
          en: `You have blocked ${partner.name}. Lift the block first.`,
        });
      }
      return { trust: 'compared', comparedAt: context.now().toISOString() };
    }),

  block: (context, { partnerId }) => change(context, 'blocked', partnerId, () => ({ trust: 'blocked' })),

  unblock: (context, { partnerId }) =>
    change(context, 'unblocked', partnerId, ({ trust, comparedAt }) => ({
      trust: trust === 'blocked' ? (comparedAt ? 'compared' : 'new') : trust,
    })),

  rename: (context, { partnerId, name }) => change(context, 'renamed', partnerId, () => ({ name })),

  remove: (context, { partnerId }) =>
    change(context, 'removed', partnerId, () => ({ removedAt: context.now().toISOString() })),

  restore(context, { partnerId }) {
    context.write(about('restored', partnerId, ['removedAt']), (db) => {
      const { changes } = db
        .update(exchangePartners)
        .set({ removedAt: null })
        .where(eq(exchangePartners.id, partnerId))
        .run();
      if (changes === 0) throw notThere();
    });
    return {};
  },
};

function listPartners(db: Database): Output<typeof contract.partners> {
  const last = new Map(
    db
      .select({
        partnerId: exchangePackages.partnerId,
        direction: exchangePackages.direction,
        at: max(exchangePackages.at),
      })
      .from(exchangePackages)
      .groupBy(exchangePackages.partnerId, exchangePackages.direction)
      .all()
      .map(({ partnerId, direction, at }) => [`${direction} ${partnerId}`, at]),
  );
  const partners = db
    .select()
    .from(exchangePartners)
    .where(isNull(exchangePartners.removedAt))
    .all()
    .sort((a, b) => danishOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return {
    partners: partners.map((partner) => {
      const { id, name, kind, trust, addedAt, comparedAt } = partner;
      return {
        id,
        name,
        kind,
        trust,
        fingerprint: keyFingerprint(partner),
        addedAt,
        comparedAt,
        lastSentAt: last.get(`out ${id}`) ?? null,
        lastReadAt: last.get(`in ${id}`) ?? null,
      };
    }),
  };
}

function change(
  context: Context,
  action: string,
  partnerId: string,
  changed: (partner: Partner) => Partial<Partner>,
): Record<string, never> {
  context.write(
    (fields: string[]) => about(action, partnerId, fields),
    (db) => {
      const partner = db
        .select()
        .from(exchangePartners)
        .where(and(eq(exchangePartners.id, partnerId), isNull(exchangePartners.removedAt)))
        .get();
      if (!partner) throw notThere();
      const values = changed(partner);
      db.update(exchangePartners).set(values).where(eq(exchangePartners.id, partnerId)).run();
      return Object.keys(values);
    },
  );
  return {};
}

const notThere = () =>
  refuse('not-found', {
    da: 'Kontakten står ikke længere på listen. Hent nøglefilen igen.',
    en: 'The contact is no longer on the list. Add the key file again.',
  });

const notWaiting = () =>
  refuse('not-found', {
    da: 'Nøglefilen er ikke valgt længere. Vælg den igen.',
    en: 'The key file is no longer chosen. Choose it again.',
  });
