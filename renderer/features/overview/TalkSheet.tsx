import { kindNames, talkKinds } from '@shared/domain/talk-kinds';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';

/** Who has had the talk she has a right to, year by year (U3), and how many talks of each kind were held. */
export function TalkSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useCall('overview', 'talks', {});
  const years = answer.data?.years;
  return (
    <Sheet title={t('overview.talks.title')}>
      <Failure error={answer.error} />
      {years?.length === 0 && <Empty title={t('overview.talks.none')}>{t('overview.talks.noneText')}</Empty>}
      {years && years.length > 0 && (
        <>
          <table className="table overview-talks" aria-label={t('overview.talks.title')}>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {t('overview.year')}
                </th>
                <th scope="colgroup" colSpan={2} rowSpan={2}>
                  {t('overview.talks.coverage')}
                </th>
                <th scope="col" rowSpan={2} className="figure">
                  {t('overview.talks.any')}
                </th>
                <th scope="colgroup" colSpan={talkKinds.length} className="overview-counts">
                  {t('overview.talks.counts')}
                </th>
              </tr>
              <tr>
                {talkKinds.map((kind) => (
                  <th key={kind} scope="col" className="figure">
                    {kindNames[kind][language]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {years.map(({ schoolYear, coverage, held }) => (
                <tr key={schoolYear}>
                  <th scope="row">{schoolYear}</th>
                  {coverage ? (
                    <>
                      <td className="overview-bar-cell">
                        <div className="overview-bar overview-whole" aria-hidden="true">
                          <span
                            className="overview-kept"
                            style={{ width: `${(100 * coverage.mus) / coverage.entitled}%` }}
                          />
                        </div>
                      </td>
                      <td className="overview-share">
                        {t('overview.talks.share', { held: coverage.mus, all: coverage.entitled })}
                      </td>
                      <td className="figure">
                        {t('overview.talks.share', { held: coverage.any, all: coverage.entitled })}
                      </td>
                    </>
                  ) : (
                    <td colSpan={3} className="soft">
                      {t('overview.few')}
                    </td>
                  )}
                  {talkKinds.map((kind) => (
                    <td key={kind} className="figure">
                      {held[kind]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="soft small overview-note">{t('overview.talks.note')}</p>
        </>
      )}
    </Sheet>
  );
}
