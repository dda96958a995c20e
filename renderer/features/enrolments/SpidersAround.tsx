import type { SpiderLevel } from '@shared/domain/gap';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { longDate } from '../../ui/format';
import { SpiderChart } from '../../ui/SpiderChart';
import { useLanguage } from '../../ui/use-language';
import type { OneEnrolment } from './words';

type Spiders = NonNullable<OneEnrolment['spiders']>;
type Axis = Spiders['axes'][number];
const levelOf = (level: number | null): SpiderLevel =>
  level === null ? { state: 'notRated' } : { state: 'rated', level };
const hasMoved = ({ before, after }: Axis) => before.self !== after.self || before.leader !== after.leader;
const times = ['before', 'after'] as const;

/** The spider before and after an activity, beside each other: a topic, never a proof (R001-08). */
export function SpidersAround({ spiders, employeeId }: { spiders: Spiders; employeeId: string }) {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const { axes, scaleMax } = spiders;
  return (
    <>
      <p className="soft reading-text">{t('enrolments.spidersText')}</p>
      {axes.length >= 3 && (
        <div className="enrolment-spiders">
          {times.map((when) => {
            const date = longDate(spiders[when].heldOn, language);
            return (
              <div key={when}>
                <h3 className="sub-title">
                  {t(when === 'before' ? 'enrolments.spiderBefore' : 'enrolments.spiderAfter', { date })}
                </h3>
                <SpiderChart
                  axes={axes}
                  scale={{ min: 1, max: scaleMax }}
                  layers={[
                    { kind: 'target', levels: axes.map(({ target }) => levelOf(target)) },
                    { kind: 'employee', levels: axes.map((axis) => levelOf(axis[when].self)) },
                    { kind: 'leader', levels: axes.map((axis) => levelOf(axis[when].leader)) },
                  ]}
                  width={460}
                  height={380}
                  title={t('enrolments.spiderOf', { date })}
                  description={t('enrolments.spiderDescription')}
                  names={{
                    target: t('enrolments.target'),
                    employee: t('enrolments.self'),
                    leader: t('enrolments.leader'),
                  }}
                  locale={i18n.language}
                />
              </div>
            );
          })}
        </div>
      )}
      <Levels axes={axes} />
      <Link to="/employees/$employeeId/history" params={{ employeeId }} className="plain-link">
        {t('enrolments.allYearsLink')}
      </Link>
    </>
  );
}

/** What the activity aimed at and what has moved, in figures; the rest is counted. */
function Levels({ axes }: { axes: readonly Axis[] }) {
  const { t } = useTranslation();
  const rows = axes.filter((axis) => axis.isAim || hasMoved(axis));
  const still = axes.length - rows.length;
  if (rows.length === 0) return <p className="soft">{t('enrolments.spidersNoMove')}</p>;
  const whose = ['self', 'leader'] as const;
  return (
    <>
      <table className="table enrolment-levels">
        <thead>
          <tr>
            <td />
            {times.map((when) => (
              <th key={when} scope="colgroup" colSpan={2}>
                {t(`enrolments.${when}`)}
              </th>
            ))}
            <td />
          </tr>
          <tr>
            <th scope="col">{t('enrolments.competence')}</th>
            {times.flatMap((when) =>
              whose.map((who) => (
                <th key={`${when} ${who}`} scope="col" className="figure">
                  {t(`enrolments.${who}`)}
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
              {times.flatMap((when) =>
                whose.map((who) => (
                  <td key={`${when} ${who}`} className="figure">
                    {axis[when][who] ?? '–'}
                  </td>
                )),
              )}
              <td className="figure">{axis.target}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {still > 0 && <p className="soft small">{t('enrolments.spidersStill', { count: still })}</p>}
    </>
  );
}
