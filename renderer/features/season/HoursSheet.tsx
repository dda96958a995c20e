import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { HoursDialog } from './HoursDialog';
import { hoursLine } from './season-words';

export type HoursLeader = OutputOf<'season', 'frame'>['leaders'][number];

/** When each leader can hold talks. */
export function HoursSheet({ leaders }: { leaders: HoursLeader[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState<HoursLeader | null>(null);
  return (
    <Sheet title={t('season.hours')}>
      {leaders.length === 0 ? (
        <p className="soft">{t('season.noLeaders')}</p>
      ) : (
        <table className="table" aria-label={t('season.hours')}>
          <tbody>
            {leaders.map((leader) => (
              <tr key={leader.id}>
                <td>
                  <strong>{leader.name}</strong>
                </td>
                <td className={leader.isUsual ? 'soft' : undefined}>
                  {leader.isUsual ? t('season.hoursUsual') : hoursLine(leader.hours, language)}
                </td>
                <td className="row-end">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('season.editHours', { name: leader.name })}
                    onClick={() => setOpen(leader)}
                  >
                    {t('common.edit')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <HoursDialog leader={open} onClose={() => setOpen(null)} />}
    </Sheet>
  );
}
