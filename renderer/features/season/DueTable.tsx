import { Checkbox } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { dueTones } from '../../ui/due-tones';
import { Failure } from '../../ui/Failure';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

export type DueRow = OutputOf<'season', 'due'>['employees'][number];

/** People with the reason they are due, or are not; in a year of team talks a talk of her own can be wished. */
export function DueTable({ rows, schoolYear, label }: { rows: DueRow[]; schoolYear: string; label: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wish = useOrder('season', 'setWish');
  const canWish = rows.some((row) => row.canWish);
  return (
    <>
      <Failure error={wish.error} />
      <table className="table season-due" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('season.employee')}</th>
            <th scope="col">{t('season.state')}</th>
            <th scope="col">{t('season.why')}</th>
            {canWish && <th scope="col">{t('season.wish')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.employeeId}>
              <td>
                <Link
                  to="/employees/$employeeId"
                  params={{ employeeId: row.employeeId }}
                  className="plain-link"
                >
                  {row.name}
                </Link>
                <div className="soft small">
                  {[row.categoryName, row.unitName || t('season.notInUnit')].join(' · ')}
                </div>
              </td>
              <td className="season-when">
                <StateWord tone={dueTones[row.state]}>{t(`season.states.${row.state}`)}</StateWord>
              </td>
              <td>
                {row.reason[language]}
                {row.planMissing && <div className="soft small">{t('season.planMissing')}</div>}
              </td>
              {canWish && (
                <td>
                  {row.canWish && (
                    <Checkbox
                      size="xs"
                      aria-label={t('season.wishFor', { name: row.name, year: schoolYear })}
                      checked={row.wishesOwn}
                      disabled={wish.isPending}
                      onChange={(event) =>
                        wish.mutate({
                          employeeId: row.employeeId,
                          schoolYear,
                          wishesOwn: event.currentTarget.checked,
                        })
                      }
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
