import { groupBy } from '@shared/domain/group-by';
import type { ComparedRow, ComparedSide } from '@shared/domain/spider-history';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import type { PastTalk } from './history-words';

/** Both talks competence by competence: each level in the words it was given in, side by side, never taken from each other. */
export function CompareTable({
  rows,
  earlier,
  later,
}: {
  rows: readonly ComparedRow[];
  earlier: PastTalk;
  later: PastTalk;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  // On one wording the line above has said so, once for all.
  const saysWording = rows.some(({ change }) => change !== 'same');
  return (
    <table className="table history-compare" aria-label={t('history.compareTable')}>
      <thead>
        <tr>
          <th scope="col">{t('history.competence')}</th>
          <th scope="col">{shortDate(earlier.heldOn, language)}</th>
          <th scope="col">{shortDate(later.heldOn, language)}</th>
          {saysWording && <th scope="col">{t('history.wordingColumn')}</th>}
        </tr>
      </thead>
      <tbody>
        {[...groupBy(rows, ({ domain }) => domain)].map(([domain, own]) => (
          <Fragment key={domain}>
            <tr>
              <th scope="rowgroup" colSpan={saysWording ? 4 : 3} className="history-year">
                {domain}
              </th>
            </tr>
            {own.map((row) => {
              const name = row.later?.name ?? row.earlier?.name ?? '';
              return (
                <tr key={row.lineageId}>
                  <th scope="row">{name}</th>
                  <td>
                    <Side side={row.earlier} max={earlier.wording.scaleMax} name={name} />
                  </td>
                  <td>
                    <Side side={row.later} max={later.wording.scaleMax} name={name} />
                  </td>
                  {saysWording && (
                    <td className={row.change === 'same' ? 'soft' : undefined}>
                      {t(`history.changes.${row.change}`)}
                    </td>
                  )}
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Side({ side, max, name }: { side: ComparedSide | null; max: number; name: string }) {
  const { t } = useTranslation();
  if (!side) return <span className="soft">{t('history.notAsked')}</span>;
  const { level } = side;
  return (
    <>
      {side.name !== name && <div className="small">{t('history.called', { name: side.name })}</div>}
      <div>
        {level.state === 'rated' ? (
          <>
            <strong>{t('history.levelOf', { level: level.level, max })}</strong>
            <span className="soft"> · {t(`history.sources.${side.source}`)}</span>
          </>
        ) : (
          <span className="soft">{t(`history.${level.state}`)}</span>
        )}
        <span className="soft"> · {t('history.targetOf', { level: side.target })}</span>
      </div>
      {side.text && <div className="soft small">{side.text}</div>}
    </>
  );
}
