import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { localDate } from '@shared/domain/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { CompareDialog } from './CompareDialog';
import { RenameDialog } from './RenameDialog';
import './exchange.css';

export type Partner = OutputOf<'exchange', 'partners'>['partners'][number];

const tones = { new: 'partly', compared: 'good', blocked: 'late' } as const;

/** Everybody files are exchanged with: how well the key is known, and when something last travelled. */
export function ContactsSheet({ partners }: { partners: readonly Partner[] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('exchange.contacts.title')}>
      {partners.length === 0 ? (
        <Empty title={t('exchange.contacts.emptyTitle')}>{t('exchange.contacts.emptyText')}</Empty>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('exchange.contacts.name')}</th>
              <th scope="col">{t('exchange.contacts.state')}</th>
              <th scope="col">{t('exchange.contacts.files')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('exchange.contacts.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {partners.map((partner) => (
              <ContactRow key={partner.id} partner={partner} />
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

/** A moment as the day it was here: "24. nov. 2026". */
function useDay() {
  const language = useLanguage();
  return (moment: string) => shortDate(localDate(new Date(moment)), language);
}

function ContactRow({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = useDay();
  const { name, kind, trust, addedAt, comparedAt, lastSentAt, lastReadAt } = partner;
  const travelled = [
    lastSentAt && t('exchange.contacts.lastSent', { date: day(lastSentAt) }),
    lastReadAt && t('exchange.contacts.lastRead', { date: day(lastReadAt) }),
  ].filter(Boolean);
  return (
    <tr>
      <td>
        <strong>{name}</strong>
        <div className="soft small">
          {[t(`exchange.kinds.${kind}`), t('exchange.contacts.added', { date: day(addedAt) })].join(' · ')}
        </div>
      </td>
      <td>
        <StateWord tone={tones[trust]}>
          {sentenceCase(
            t(`exchange.contacts.trust.${trust}`, { date: comparedAt ? day(comparedAt) : '' }),
            language,
          )}
        </StateWord>
      </td>
      <td className={travelled.length > 0 ? undefined : 'soft'}>
        {travelled.length > 0 ? travelled.join(' · ') : t('exchange.contacts.none')}
      </td>
      <td>
        <ContactActions partner={partner} />
      </td>
    </tr>
  );
}

function ContactActions({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'compare' | 'rename' | null>(null);
  const block = useOrder('exchange', 'block');
  const unblock = useOrder('exchange', 'unblock');
  const { id: partnerId, name, trust } = partner;
  const removal = useRemoval<Partner>({
    remove: () => call('exchange', 'remove', { partnerId }),
    restore: () => call('exchange', 'restore', { partnerId }),
    message: () => t('exchange.contacts.removed', { name }),
  });
  const blockIt = () =>
    block.mutate(
      { partnerId },
      {
        onSuccess: () =>
          offerUndo({
            message: t('exchange.contacts.blocked', { name }),
            label: t('common.undo'),
            undo: () => call('exchange', 'unblock', { partnerId }),
          }),
      },
    );
  const actions = [
    trust === 'new' && { label: t('exchange.contacts.compare'), act: () => setDialog('compare') },
    { label: t('exchange.contacts.rename'), act: () => setDialog('rename') },
    trust === 'blocked'
      ? { label: t('exchange.contacts.unblock'), act: () => unblock.mutate({ partnerId }) }
      : { label: t('exchange.contacts.block'), act: blockIt },
    { label: t('exchange.contacts.remove'), act: () => void removal.removeIt(partner) },
  ].filter((action) => action !== false);
  return (
    <>
      <div className="row-actions exchange-actions">
        {actions.map(({ label, act }) => (
          <Button
            key={label}
            variant="subtle"
            size="compact-xs"
            aria-label={t('exchange.contacts.actionFor', { action: label, name })}
            onClick={act}
          >
            {label}
          </Button>
        ))}
      </div>
      <Failure error={block.error ?? unblock.error} />
      {removal.error && <Failure error={removal.error} />}
      {dialog === 'compare' && (
        <CompareDialog partner={partner} onBlock={blockIt} onClose={() => setDialog(null)} />
      )}
      {dialog === 'rename' && <RenameDialog partner={partner} onClose={() => setDialog(null)} />}
    </>
  );
}
