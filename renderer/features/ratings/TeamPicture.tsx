import type { OutputOf } from '@shared/contract';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import './ratings.css';

type Member = OutputOf<'ratings', 'team'>['members'][number];

/**
 * What the members' own spiders say together: the middle level with the lowest and the highest, and only where five or
 * more have one. Nobody can be told from it, and no figure stands where somebody could.
 */
export function TeamPicture({ talkId }: { talkId: string }) {
  const { t } = useTranslation();
  const team = useCall('ratings', 'team', { talkId });
  if (team.error?.code === 'conflict') return <p className="soft">{t('ratings.team.noSpider')}</p>;
  if (!team.data) return <Failure error={team.error} />;
  const { members, scaleMax } = team.data;
  const told = members.filter(({ spread }) => spread !== null);
  const few = members.filter(({ spread }) => spread === null);
  const domains = [...new Set(told.map(({ domain }) => domain))];
  return (
    <Sheet title={t('ratings.team.members')}>
      <p className="soft">{t('ratings.team.membersText')}</p>
      {members.length === 0 ? (
        <p className="soft">{t('ratings.team.membersNone')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('ratings.shown.competence')}</th>
              <th scope="col">{t('ratings.team.spread')}</th>
              <th scope="col" className="figure">
                {t('ratings.team.median')}
              </th>
              <th scope="col" className="figure">
                {t('ratings.team.range')}
              </th>
              <th scope="col" className="figure">
                {t('ratings.team.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {domains.map((domain) => (
              <Fragment key={domain}>
                <tr>
                  <th scope="rowgroup" colSpan={5} className="week-head">
                    {domain}
                  </th>
                </tr>
                {told
                  .filter((row) => row.domain === domain)
                  .map((row) => (
                    <SpreadRow key={row.lineageId} row={row} scaleMax={scaleMax} />
                  ))}
              </Fragment>
            ))}
            {few.length > 0 && (
              <tr className="spread-few">
                <th scope="row">{[...new Set(few.map(({ name }) => name))].join(', ')}</th>
                <td colSpan={4} className="soft">
                  {t('ratings.team.fewerThanFive')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

function SpreadRow({ row: { name, spread }, scaleMax }: { row: Member; scaleMax: number }) {
  const language = useLanguage();
  if (!spread) return null;
  const { median, min, max, count } = spread;
  const at = (level: number) => 6 + ((level - 1) / Math.max(1, scaleMax - 1)) * 108;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <svg className="spread" width="120" height="16" viewBox="0 0 120 16" aria-hidden="true">
          <path className="spread-scale" d="M6 8H114" />
          <path className="spread-range" d={`M${at(min)} 8H${at(max)}`} />
          <circle className="spread-median" cx={at(median)} cy="8" r="5" />
        </svg>
      </td>
      <td className="figure">{median.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')}</td>
      <td className="figure">{min === max ? min : `${min}–${max}`}</td>
      <td className="figure">{count}</td>
    </tr>
  );
}
