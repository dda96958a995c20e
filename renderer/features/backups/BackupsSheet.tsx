import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { clock, decimal, longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

/** Backups: what there is, one now, and back to an earlier one with the present file kept aside. */
export function BackupsSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('backups', 'list', {});
  const make = useOrder('backups', 'makeNow');
  const restore = useOrder('backups', 'restore');
  const audit = useOrder('backups', 'checkAudit');
  const [chosen, setChosen] = useState<{ name: string; when: string } | null>(null);
  const rows = list.data?.backups ?? [];
  const when = (row: { date: string; time: string }) =>
    `${longDate(row.date, language)}, ${clock(row.time.slice(0, 5), language)}`;
  return (
    <Sheet title={t('settings.backups.title')}>
      <p className="soft">{t('settings.backups.lede')}</p>
      <Failure error={list.error ?? make.error ?? audit.error} />
      {rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('settings.backups.when')}</th>
              <th scope="col">{t('settings.backups.size')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('settings.backups.restore')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <td>
                  {when(row)}
                  {row.kind === 'before-restore' && (
                    <div className="soft small">{t('settings.backups.putAside')}</div>
                  )}
                </td>
                <td>
                  {t('settings.backups.megabytes', { size: decimal(row.bytes / 1_000_000, language, 1) })}
                </td>
                <td>
                  <Group justify="flex-end">
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={t('settings.backups.restoreOne', { when: when(row) })}
                      onClick={() => {
                        restore.reset();
                        setChosen({ name: row.name, when: when(row) });
                      }}
                    >
                      {t('settings.backups.restore')}
                    </Button>
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft small">
        {list.data && t('settings.backups.where', { folder: list.data.folder })}.{' '}
        {t('settings.backups.advice')}
      </p>
      <Group>
        <Button loading={make.isPending} onClick={() => make.mutate({})}>
          {t('settings.backups.makeNow')}
        </Button>
        <Button variant="default" loading={audit.isPending} onClick={() => audit.mutate({})}>
          {t('settings.backups.audit')}
        </Button>
        {audit.data && (
          <StateWord tone={audit.data.brokenAt === null ? 'good' : 'late'}>
            {audit.data.brokenAt === null
              ? t('settings.backups.auditWhole', { count: audit.data.rows })
              : t('settings.backups.auditBroken', { at: audit.data.brokenAt })}
          </StateWord>
        )}
      </Group>
      {chosen && (
        <Modal
          opened
          onClose={() => setChosen(null)}
          title={t('settings.backups.restoreTitle', { when: chosen.when })}
        >
          <p>{t('settings.backups.restoreText')}</p>
          <Failure error={restore.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setChosen(null)} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button loading={restore.isPending} onClick={() => restore.mutate({ name: chosen.name })}>
              {t('settings.backups.restoreConfirm')}
            </Button>
          </Group>
        </Modal>
      )}
    </Sheet>
  );
}
