import type { HandoverUnit } from '@shared/contract/handover';
import { useTranslation } from 'react-i18next';

/** What stands open in each unit, and in all. */
export function UnitTable({ units }: { units: readonly HandoverUnit[] }) {
  const { t } = useTranslation();
  const figures = (unit: HandoverUnit) => [
    unit.promises.filter(({ giver }) => giver !== 'employee').length,
    unit.promises.filter(({ giver }) => giver === 'employee').length,
    unit.dueTalks.length,
    unit.plannedTalks.length,
    unit.plans.length,
  ];
  const rows = units.map((unit) => ({ name: unit.name, figures: figures(unit) }));
  const sums = rows.reduce<number[]>(
    (sum, row) => row.figures.map((figure, index) => figure + (sum[index] ?? 0)),
    [],
  );
  const heads = ['herPromises', 'theirPromises', 'dueTalks', 'plannedTalks', 'plans'] as const;
  return (
    <table className="table handover-units">
      <thead>
        <tr>
          <th scope="col">{t('handover.unit')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="handover-figure">
              {t(`handover.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name || t('handover.withoutUnit')}</th>
            <Figures figures={row.figures} />
          </tr>
        ))}
        {rows.length > 1 && (
          <tr className="handover-sum">
            <th scope="row">{t('handover.sum')}</th>
            <Figures figures={sums} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Figures({ figures }: { figures: readonly number[] }) {
  return figures.map((figure, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
    <td key={index} className="figure">
      {figure === 0 ? <span className="soft">–</span> : figure}
    </td>
  ));
}
