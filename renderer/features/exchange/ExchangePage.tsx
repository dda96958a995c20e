import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Fingerprint } from '../../ui/Fingerprint';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { AddDialog, type ChosenKey } from './AddDialog';
import { ContactsSheet } from './ContactsSheet';

/** Own key, and the contacts files are exchanged with. */
export function ExchangePage() {
  const { t } = useTranslation();
  const own = useCall('exchange', 'own', {});
  const list = useCall('exchange', 'partners', {});
  const choose = useOrder('exchange', 'chooseKeyFile');
  const [chosen, setChosen] = useState<ChosenKey | null>(null);
  const partners = list.data?.partners ?? [];
  const uncompared = partners.filter(({ trust }) => trust === 'new').length;
  const add = () => choose.mutate({}, { onSuccess: setChosen });
  return (
    <Page
      kicker={
        <Link to="/settings" className="plain-link">
          {t('settings.title')}
        </Link>
      }
      title={t('exchange.title')}
      lede={
        list.data &&
        [
          t('exchange.lede', { count: partners.length }),
          uncompared > 0 && t('exchange.uncompared', { count: uncompared }),
        ]
          .filter(Boolean)
          .join(' ')
      }
      actions={
        <Button loading={choose.isPending} onClick={add}>
          {t('exchange.contacts.add')}
        </Button>
      }
    >
      <Failure error={own.error ?? list.error ?? choose.error} />
      {list.data && <ContactsSheet partners={partners} />}
      {own.data && <OwnSheet own={own.data} />}
      {chosen && <AddDialog chosen={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}

function OwnSheet({ own }: { own: OutputOf<'exchange', 'own'> }) {
  const { t } = useTranslation();
  const write = useOrder('exchange', 'writeKeyFile');
  return (
    <Sheet title={t('exchange.own.title')}>
      <p className="soft exchange-text">{t('exchange.own.text')}</p>
      <div>
        <strong>{own.name}</strong>
        <span className="soft"> · {t(`exchange.kinds.${own.kind}`)}</span>
      </div>
      <Fingerprint groups={own.fingerprint} label={t('exchange.own.fingerprint')} />
      <div>
        <Button variant="default" loading={write.isPending} onClick={() => write.mutate({})}>
          {t('exchange.own.write')}
        </Button>
      </div>
      <Failure error={write.error} />
      <p className="soft small" role="status">
        {write.data?.saved && t('exchange.own.written')}
      </p>
    </Sheet>
  );
}
