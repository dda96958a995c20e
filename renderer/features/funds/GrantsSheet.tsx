import { Button, VisuallyHidden } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useRemoval } from '../../ui/use-removal';
import { GrantDialog } from './GrantDialog';
import { useFundWords } from './words';

export type EarlierGrant = OutputOf<'funds', 'grants'>['grants'][number];

/** What the applicant had before Spind knew: it counts in the cap. */
export function GrantsSheet({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const { money, day } = useFundWords();
  const list = useCall('funds', 'grants', { employeeId });
  const [editing, setEditing] = useState<EarlierGrant | 'new' | null>(null);
  const removal = useRemoval<EarlierGrant>({
    remove: ({ id }) => call('funds', 'removeGrant', { id }),
    restore: ({ id }) => call('funds', 'restoreGrant', { id }),
    message: () => t('funds.grants.removed'),
  });
  const grants = list.data?.grants ?? [];
  return (
    <Sheet
      title={t('funds.grants.title')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
          {t('funds.grants.add')}
        </Button>
      }
    >
      <Failure error={list.error ?? removal.error} />
      <p className="soft">
        {t('funds.grants.hint')}
        {list.data && grants.length === 0 && ` ${t('funds.grants.none')}`}
      </p>
      {grants.length > 0 && (
        <table className="table" aria-label={t('funds.grants.title')}>
          <thead>
            <tr>
              <th scope="col">{t('funds.grants.grantedOn')}</th>
              <th scope="col">{t('funds.fund')}</th>
              <th scope="col">{t('funds.grants.note')}</th>
              <th scope="col" className="figure">
                {t('funds.grants.amount')}
              </th>
              <th scope="col">
                <VisuallyHidden>{t('common.edit')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {grants.map((grant) => (
              <tr key={grant.id}>
                <td>{day(grant.grantedOn)}</td>
                <td>{grant.fundName}</td>
                <td>{grant.note}</td>
                <td className="figure">{money(grant.amountOre)}</td>
                <td>
                  <RowActions
                    name={`${grant.fundName} ${day(grant.grantedOn)}`}
                    onEdit={() => setEditing(grant)}
                    onRemove={() => void removal.removeIt(grant)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <GrantDialog
          employeeId={employeeId}
          grant={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Sheet>
  );
}
