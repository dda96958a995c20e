import type { PromiseCounts } from '@shared/contract/overview';
import type { PromiseState } from '@shared/domain/promises';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';

/** As a bar is read: what was done, what was not, what is still to come. */
const states = ['kept', 'partly', 'notKept', 'dropped', 'open'] as const satisfies readonly PromiseState[];

type Year = { schoolYear: string; counts: PromiseCounts | null };

/** "Holdte løfter": the leaders' and those of staff as a whole, never of one person (DOMAIN 4.3). */
export function PromiseSheets() {
  const { t } = useTranslation();
  const answer = useCall('overview', 'promises', {});
  const years = answer.data?.years;
  return (
    <>
      <Failure error={answer.error} />
      {years?.length === 0 && (
        <Sheet>
          <Empty title={t('overview.promises.none')}>{t('overview.promises.noneText')}</Empty>
        </Sheet>
      )}
      {years && years.length > 0 && (
        <>
          <div className="overview-pair">
            {(['leader', 'staff'] as const).map((side) => (
              <Sheet key={side} title={t(`overview.promises.${side}`)}>
                <PromiseTable
                  label={t(`overview.promises.${side}`)}
                  years={years.map(({ schoolYear, [side]: counts }) => ({ schoolYear, counts }))}
                />
              </Sheet>
            ))}
          </div>
          <p className="soft small overview-note">{t('overview.promises.note')}</p>
        </>
      )}
    </>
  );
}

function PromiseTable({ label, years }: { label: string; years: readonly Year[] }) {
  const { t } = useTranslation();
  const total = (counts: PromiseCounts) => states.reduce((sum, state) => sum + counts[state], 0);
  const most = Math.max(1, ...years.map(({ counts }) => (counts ? total(counts) : 0)));
  return (
    <table className="table overview-promises" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('overview.year')}</th>
          <td className="overview-bar-cell" />
          {states.map((state) => (
            <th key={state} scope="col" className="figure">
              {t(`overview.promises.states.${state}`)}
              <span className={`overview-sample overview-${state}`} aria-hidden="true" />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map(({ schoolYear, counts }) => (
          <tr key={schoolYear}>
            <th scope="row">{schoolYear}</th>
            {counts ? (
              <>
                <td className="overview-bar-cell">
                  <div className="overview-bar" aria-hidden="true">
                    {states.map(
                      (state) =>
                        counts[state] > 0 && (
                          <span
                            key={state}
                            className={`overview-${state}`}
                            style={{ width: `${(100 * counts[state]) / most}%` }}
                          />
                        ),
                    )}
                  </div>
                </td>
                {states.map((state) => (
                  <td key={state} className="figure">
                    {counts[state]}
                  </td>
                ))}
              </>
            ) : (
              <td colSpan={states.length + 1} className="soft">
                {t('overview.few')}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
