import { randomUUID } from 'node:crypto';
import type { funds as contract } from '@shared/contract/funds';
import { localDate } from '@shared/domain/dates';
import { refuseField } from '@shared/domain/text';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import { theFund } from '../../data/queries/funds';
import { theEmployee } from '../../data/queries/staff';
import { earlierGrants, funds } from '../../data/schema/funds';
import type { Handlers } from '../context';
import { gone } from './refusals';

type Own = 'grants' | 'saveGrant' | 'removeGrant' | 'restoreGrant';

const entry = audited('earlierGrant');

/** What a person had from a fund before Spind knew: it counts in the fund's cap. */
export const grantHandlers: Pick<Handlers<typeof contract>, Own> = {
  grants({ db }, { employeeId }) {
    theEmployee(db, employeeId);
    return {
      grants: db
        .select({
          id: earlierGrants.id,
          fundId: earlierGrants.fundId,
          fundName: funds.name,
          grantedOn: earlierGrants.grantedOn,
          amountOre: earlierGrants.amountOre,
          note: earlierGrants.note,
        })
        .from(earlierGrants)
        .innerJoin(funds, eq(funds.id, earlierGrants.fundId))
        .where(and(eq(earlierGrants.employeeId, employeeId), isNull(earlierGrants.removedAt)))
        .orderBy(desc(earlierGrants.grantedOn))
        .all(),
    };
  },

  saveGrant(context, { id: given, employeeId, fundId, ...values }) {
    const id = given ?? randomUUID();
    if (values.grantedOn > localDate(context.now()))
      refuseField('grantedOn', {
        da: 'Datoen ligger i fremtiden. Skriv den dag, pengene blev bevilget.',
        en: 'The date lies in the future. Give the day the money was granted.',
      });
    return context.write(entry('saved', id, ['fundId', ...Object.keys(values)]), (db) => {
      theEmployee(db, employeeId);
      theFund(db, fundId);
      if (!given) {
        db.insert(earlierGrants)
          .values({ id, employeeId, fundId, ...values })
          .run();
        return { id };
      }
      const { changes } = db
        .update(earlierGrants)
        .set({ fundId, ...values })
        .where(
          and(
            eq(earlierGrants.id, id),
            eq(earlierGrants.employeeId, employeeId),
            isNull(earlierGrants.removedAt),
          ),
        )
        .run();
      if (changes === 0) throw gone.grant;
      return { id };
    });
  },

  removeGrant(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      const { changes } = db
        .update(earlierGrants)
        .set({ removedAt: context.now().toISOString() })
        .where(and(eq(earlierGrants.id, id), isNull(earlierGrants.removedAt)))
        .run();
      if (changes === 0) throw gone.grant;
      return {};
    });
  },

  restoreGrant(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { changes } = db
        .update(earlierGrants)
        .set({ removedAt: null })
        .where(and(eq(earlierGrants.id, id), isNotNull(earlierGrants.removedAt)))
        .run();
      if (changes === 0) throw gone.grant;
      return {};
    });
  },
};
