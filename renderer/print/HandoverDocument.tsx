import type { HandoverPack, HandoverUnit } from '@shared/contract/handover';
import type { PrintFrame } from '@shared/contract/print';
import { firstMonthSteps } from '@shared/domain/handover-pack';
import { kindNames } from '@shared/domain/talk-kinds';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';

const countOrder = [
  'people',
  'herPromises',
  'theirPromises',
  'overduePromises',
  'dueTalks',
  'plannedTalks',
  'unclosedTalks',
  'unsignedPlans',
] as const;

/** A first page that says what the pack is and what to do with it; then a part for each unit. */
export function HandoverDocument({ frame }: { frame: PrintFrame<HandoverPack> }) {
  const { t } = useTranslation();
  const { units } = frame.content;
  return (
    <main>
      <FirstPage frame={frame} />
      {units.length === 0 && <p>{t('handover.paper.nothing')}</p>}
      {units.map((unit, index) => (
        <Unit key={unit.name} unit={unit} isFirst={index === 0} />
      ))}
    </main>
  );
}

function FirstPage({ frame }: { frame: PrintFrame<HandoverPack> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pack = frame.content;
  const { from, to, counts } = pack;
  const named = ({ name, title }: { name: string; title: string }) =>
    [name, title].filter(Boolean).join(', ');
  const foot = [
    t('print.foot.version', { version: frame.version }),
    t('print.foot.fingerprint', { fingerprint: frame.fingerprint }),
    t('handover.paper.keep'),
  ].join(' · ');
  return (
    <>
      <header data-foot={foot}>
        <div className="doc-from">{[pack.schoolName, pack.municipality].filter(Boolean).join(' · ')}</div>
        <h1>{t('handover.paper.title')}</h1>
        <div className="doc-name">{t('handover.paper.fromWhom', { name: named(from) })}</div>
        <div className="doc-name">
          {to ? t('handover.paper.toWhom', { name: named(to) }) : t('handover.paper.toUnknown')}
        </div>
        <div className="doc-line">{t('handover.paper.line', { date: longDate(pack.onDate, language) })}</div>
      </header>
      <p>
        {t('handover.paper.intro', { from: from.name })} {pack.leadsSchool && t('handover.paper.school')}
      </p>
      <h2>{t('handover.paper.contents')}</h2>
      <table>
        <tbody>
          {countOrder.map((key) => (
            <tr key={key}>
              <td>{t(`handover.paper.counts.${key}`)}</td>
              <td className="figure strong">{counts[key]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('handover.paper.firstMonth')}</h2>
      <ol className="handover-steps">
        <li>{t('handover.paper.steps.read')}</li>
        {firstMonthSteps
          .filter((step) => counts[step] > 0)
          .map((step) => (
            <li key={step}>{t(`handover.paper.steps.${step}`, { count: counts[step] })}</li>
          ))}
        <li>{t('handover.paper.steps.passphrase')}</li>
      </ol>
      <p className="handover-not">{t('handover.paper.whatIsNot')}</p>
    </>
  );
}

function Unit({ unit, isFirst }: { unit: HandoverUnit; isFirst: boolean }) {
  const { t } = useTranslation();
  const hers = unit.promises.filter(({ giver }) => giver !== 'employee');
  const theirs = unit.promises.filter(({ giver }) => giver === 'employee');
  return (
    <section className={isFirst ? 'handover-first' : undefined}>
      <h2>{unit.name || t('handover.paper.withoutUnit')}</h2>
      <Promises kind="herPromises" rows={hers} />
      <Promises kind="theirPromises" rows={theirs} />
      <DueTalks rows={unit.dueTalks} />
      <PlannedTalks rows={unit.plannedTalks} />
      <Plans rows={unit.plans} />
    </section>
  );
}

type Column = 'who' | 'what' | 'by' | 'when' | 'year' | 'state';
type PartProps = {
  kind: 'herPromises' | 'theirPromises' | 'dueTalks' | 'plannedTalks' | 'plans';
  columns: readonly [Column, Column, Column];
  count: number;
  children: ReactNode;
};

/** A heading and its table; nothing when there are no rows. */
function Part({ kind, columns, count, children }: PartProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <>
      <h3>{t(`handover.paper.kinds.${kind}`)}</h3>
      <table className="handover-rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`handover.paper.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </>
  );
}

function Promises({ kind, rows }: { kind: 'herPromises' | 'theirPromises'; rows: HandoverUnit['promises'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part kind={kind} columns={['by', 'who', 'what']} count={rows.length}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            {longDate(row.dueOn, language)}
            {row.isOverdue && <span className="note strong">{t('handover.paper.overdue')}</span>}
          </td>
          <td>
            {row.name}
            {row.giver === 'both' && <span className="note">{t('handover.paper.both')}</span>}
          </td>
          <td>
            <span className="strong">{row.competence}</span>
            <span className="note">
              {row.activity.replace(/\.\s*$/, '')}. {t('handover.paper.doneBy', { who: row.who })}
            </span>
          </td>
        </tr>
      ))}
    </Part>
  );
}

function DueTalks({ rows }: { rows: HandoverUnit['dueTalks'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part kind="dueTalks" columns={['by', 'who', 'what']} count={rows.length}>
      {rows.map((row) => (
        <tr key={row.employeeId ?? row.teamId}>
          <td>{row.dueOn ? longDate(row.dueOn, language) : t('handover.paper.noDate')}</td>
          <td>{row.name}</td>
          <td>
            {kindNames[row.kind][language]}
            <span className="note">
              {row.lastHeldOn && t('handover.paper.last', { date: longDate(row.lastHeldOn, language) })}
              {!row.lastHeldOn && row.employeeId && t('handover.paper.noneHeld')}
            </span>
          </td>
        </tr>
      ))}
    </Part>
  );
}

function PlannedTalks({ rows }: { rows: HandoverUnit['plannedTalks'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part kind="plannedTalks" columns={['when', 'who', 'what']} count={rows.length}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            {longDate(row.heldOn, language)}
            {row.startsAt && <span className="note">{clock(row.startsAt, language)}</span>}
          </td>
          <td>{row.name}</td>
          <td>
            {kindNames[row.kind][language]}
            <span className="note">
              {row.heldBy
                ? t('handover.paper.heldBy', { name: row.heldBy })
                : t(row.isBefore ? 'handover.paper.isBefore' : 'handover.paper.moves')}
            </span>
          </td>
        </tr>
      ))}
    </Part>
  );
}

function Plans({ rows }: { rows: HandoverUnit['plans'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Part kind="plans" columns={['year', 'who', 'state']} count={rows.length}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>{row.schoolYear}</td>
          <td>{row.name}</td>
          <td>
            {t(`handover.paper.planStatus.${row.status}`)}, {t('handover.paper.lines', { count: row.lines })}
            <span className="note">
              {t('handover.paper.changed', { date: longDate(row.updatedOn, language) })}
            </span>
          </td>
        </tr>
      ))}
    </Part>
  );
}
