import type { SpiderLevel } from '@shared/domain/gap';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { longDate, shortDate } from '../../ui/format';
import { SpiderChart } from '../../ui/SpiderChart';
import { useLanguage } from '../../ui/use-language';
import type { OneEnrolment } from './words';

type Spiders = NonNullable<OneEnrolment['spiders']>;
const levelOf = (level: number | null): SpiderLevel =>
  level === null ? { state: 'notRated' } : { state: 'rated', level };

/** The spider before and after an activity, beside each other: a topic, never a proof (R001-08). */
export function SpidersAround({ spiders, employeeId }: { spiders: Spiders; employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const aims = spiders.axes.filter(({ isAim }) => isAim);
  const rows = aims.length > 0 ? aims : spiders.axes;
  return (
    <>
      <p className="soft">{t('enrolments.spidersText')}</p>
      {spiders.axes.length >= 3 && (
        <div className="enrolment-spiders">
          {(['before', 'after'] as const).map((when) => {
            const date = longDate(spiders[when].heldOn, language);
            return (
              <div key={when}>
                <h3 className="sub-title">
                  {t(when === 'before' ? 'enrolments.spiderBefore' : 'enrolments.spiderAfter', { date })}
                </h3>
                <SpiderChart
                  compact
                  axes={spiders.axes}
                  scale={{ min: 1, max: spiders.scaleMax }}
                  layers={[
                    { kind: 'target', levels: spiders.axes.map(({ target }) => levelOf(target)) },
                    { kind: 'employee', levels: spiders.axes.map((axis) => levelOf(axis[when].self)) },
                    { kind: 'leader', levels: spiders.axes.map((axis) => levelOf(axis[when].leader)) },
                  ]}
                  width={260}
                  height={220}
                  title={t('enrolments.spiderOf', { date })}
                  description={t('enrolments.spiderDescription')}
                  names={{}}
                />
              </div>
            );
          })}
        </div>
      )}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('enrolments.competence')}</th>
            {(['before', 'after'] as const).flatMap((when) =>
              (['self', 'leader'] as const).map((who) => (
                <th key={`${when} ${who}`} scope="col" className="figure">
                  {shortDate(spiders[when].heldOn, language)}, {t(`enrolments.${who}`)}
                </th>
              )),
            )}
            <th scope="col" className="figure">
              {t('enrolments.target')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((axis) => (
            <tr key={axis.competenceId}>
              <th scope="row">
                {axis.name}
                {axis.isAim && <span className="soft small"> · {t('enrolments.isAim')}</span>}
              </th>
              {[axis.before.self, axis.before.leader, axis.after.self, axis.after.leader].map(
                (level, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns
                  <td key={index} className="figure">
                    {level ?? '–'}
                  </td>
                ),
              )}
              <td className="figure">{axis.target}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link to="/employees/$employeeId/history" params={{ employeeId }} className="plain-link">
        {t('enrolments.allYearsLink')}
      </Link>
    </>
  );
}
