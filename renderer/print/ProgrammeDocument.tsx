import type { PrintFrame } from '@shared/contract/print';
import type { ProgrammePrint } from '@shared/contract/print-programme';
import {
  activityFormNames,
  activityKindNames,
  activityLevelNames,
  activityQualificationNames,
  focusTagNames,
} from '@shared/domain/activities';
import { localDate } from '@shared/domain/dates';
import { moneyText, priceText } from '@shared/domain/money';
import { useTranslation } from 'react-i18next';
import { dateSpan } from '../ui/date-span';
import { decimal, longDate, shortDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';

type Item = ProgrammePrint['levels'][number]['items'][number];
type Run = Item['runs'][number];

/** The development programme level by level, with sources and focus (R002-20 … R002-23). It names nobody. */
export function ProgrammeDocument({ frame }: { frame: PrintFrame<ProgrammePrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolName, municipality, schoolYear, updatedAt, levels, asked } = frame.content;
  const foot = [
    t('print.foot.fingerprint', { fingerprint: frame.fingerprint }),
    t('programme.paper.namesNobody'),
  ].join(' · ');
  return (
    <main>
      <header data-foot={foot}>
        <div className="doc-from">{[schoolName, municipality].filter(Boolean).join(' · ')}</div>
        <h1>{t('programme.paper.title')}</h1>
        <div className="doc-line">
          {t('programme.paper.line', {
            year: schoolYear,
            date: longDate(localDate(new Date(updatedAt ?? frame.createdAt)), language),
          })}
        </div>
      </header>
      <p>{t('programme.paper.intro')}</p>
      {levels.map(({ level, items }) => (
        <section key={level}>
          <h2>{activityLevelNames[level][language]}</h2>
          {items.map((item) => (
            <OneItem
              key={[item.title, item.provider, item.description].join()}
              item={item}
              schoolYear={schoolYear}
            />
          ))}
        </section>
      ))}
      {asked.length > 0 && (
        <section>
          <h2>{t('programme.paper.asked')}</h2>
          <table>
            <tbody>
              {asked.map(({ title, plans }) => (
                <tr key={title}>
                  <td>{title}</td>
                  <td className="figure">{plans > 0 && t('programme.plans', { count: plans })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </main>
  );
}

function OneItem({ item, schoolYear }: { item: Item; schoolYear: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plans, isFromFoundation, strategicDecision, runs } = item;
  const facts = [
    activityKindNames[item.kind][language],
    activityFormNames[item.form][language],
    item.provider || t('programme.own'),
    item.days !== null && t('programme.days', { count: item.days }),
    item.feeOre !== null && priceText(item.feeOre, language),
    item.isCompulsory && t('programme.facts.compulsory').toLocaleLowerCase(language),
  ];
  const qualification = [
    item.qualification !== 'none' && activityQualificationNames[item.qualification][language],
    item.subject,
    item.ects !== null && t('programme.ects', { ects: decimal(item.ects, language) }),
  ];
  const sources = [
    plans > 0 && t('programme.plansLong', { count: plans, year: schoolYear }),
    isFromFoundation && t('programme.foundationLong'),
    strategicDecision !== '' && t('programme.decisionLong', { text: strategicDecision }),
  ];
  const rows = [
    ['targetGroup', item.targetGroup],
    [item.qualification === 'none' ? 'subject' : 'qualification', qualification.filter(Boolean).join(' · ')],
    ['competences', item.competences.join(', ')],
    ['tags', item.tags.map((tag) => focusTagNames[tag][language]).join('; ')],
    ['sources', sources.filter(Boolean).join(' · ')],
    ['materials', item.materialsOre ? moneyText(item.materialsOre, language) : ''],
    ['url', item.url],
  ] as const;
  return (
    <article className="programme-item">
      <h3>{item.title}</h3>
      <p className="programme-facts">{facts.filter(Boolean).join(' · ')}</p>
      {item.description.trim() !== '' && <p>{item.description.trim()}</p>}
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{t(`programme.facts.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {runs.length > 0 && (
          <div>
            <dt>{t('programme.facts.runs')}</dt>
            <dd>
              {runs.map((run) => (
                <div key={[run.startsOn, run.endsOn, run.place].join()}>
                  <RunLine run={run} />
                </div>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}

function RunLine({ run }: { run: Run }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const date = (day: string) => shortDate(day, language);
  const { startsOn, endsOn, days, place, seats, minimumSeats, signUpBy, state } = run;
  return [
    days.length > 1 ? days.map(date).join(', ') : dateSpan(startsOn, endsOn, language),
    place,
    state === 'open'
      ? minimumSeats !== null && t('programme.minimum', { count: minimumSeats })
      : t(`programme.${state}`),
    seats !== null && t('programme.left', { count: seats }),
    signUpBy &&
      `${t('programme.runs.signUp').toLocaleLowerCase(language)} ${t('programme.runs.by', { date: date(signUpBy) })}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
