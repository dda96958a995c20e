import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { ItemDialog } from './ItemDialog';

type Group = OutputOf<'programme', 'demand'>['groups'][number];

/** So many groups stand here before somebody asks for all. */
const firstGroups = 12;

/** What the year's plans ask for and nobody offers, by competence: numbers of plans, no names. */
export const DemandSheet = memo(function DemandSheet({ schoolYear }: { schoolYear: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const demand = useCall('programme', 'demand', { schoolYear });
  const [isOpen, setOpen] = useState(false);
  const [making, setMaking] = useState<Group | null>(null);
  const groups = demand.data?.groups ?? [];
  const shown = isOpen ? groups : groups.slice(0, firstGroups);
  return (
    <Sheet title={t('programme.demand.title')}>
      <p className="soft reading-text">{t('programme.demand.intro', { year: schoolYear })}</p>
      <Failure error={demand.error} />
      {demand.data && groups.length === 0 && <p>{t('programme.demand.none')}</p>}
      {groups.length > 0 && (
        <table className="table" aria-label={t('programme.demand.title')}>
          <thead>
            <tr>
              <th scope="col">{t('programme.demand.competence')}</th>
              <th scope="col">{t('programme.demand.wished')}</th>
              <th scope="col" className="figure">
                {t('programme.demand.plans')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((group) => (
              <tr key={group.competence}>
                <th scope="row">{group.competence}</th>
                <td>
                  {group.items.map(({ id, title }) => (
                    <div key={id}>
                      <Link to="/programme/$itemId" params={{ itemId: id }} className="plain-link">
                        {title}
                      </Link>
                    </div>
                  ))}
                  {group.items.length === 0 && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('programme.demand.makeOf', { name: group.competence })}
                      onClick={() => setMaking(group)}
                    >
                      {t('programme.demand.make')}
                    </Button>
                  )}
                </td>
                <td className="figure">{group.plans}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < groups.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
          {t('programme.demand.more', { count: groups.length })}
        </Button>
      )}
      {making && (
        <ItemDialog
          competence={making.competence}
          onClose={() => setMaking(null)}
          onSaved={(itemId) => void navigate({ to: '/programme/$itemId', params: { itemId } })}
        />
      )}
    </Sheet>
  );
});
