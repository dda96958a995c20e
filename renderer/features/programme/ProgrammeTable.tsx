import type { ProgrammeRow } from '@shared/contract/programme';
import { activityKindNames, activityLevelNames } from '@shared/domain/activities';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { decimal, shortDate } from '../../ui/format';
import { moveBetweenRows } from '../../ui/move-between-rows';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { useMoreRows } from '../../ui/use-more-rows';
import { feeText, leftText } from './run-words';

/** One line an activity; arrows go from title to title, Enter opens. */
export const ProgrammeTable = memo(function ProgrammeTable({ items }: { items: readonly ProgrammeRow[] }) {
  const { t } = useTranslation();
  const { parts, end } = useMoreRows(items);
  return (
    <>
      <table
        className="table pg-table"
        aria-label={t('programme.rows')}
        onKeyDown={moveBetweenRows('.pg-link')}
      >
        <thead>
          <tr>
            <th scope="col">{t('programme.what')}</th>
            <th scope="col">{t('programme.level')}</th>
            <th scope="col">{t('programme.next')}</th>
            <th scope="col">{t('programme.sources')}</th>
            <th scope="col" className="figure">
              {t('programme.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Part key={part[0]?.id} items={part} />
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </>
  );
});

const Part = memo(function Part({ items }: { items: readonly ProgrammeRow[] }) {
  return items.map((item) => <Row key={item.id} item={item} />);
});

const Row = memo(function Row({ item }: { item: ProgrammeRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plans, isFromFoundation, strategicDecision, ects } = item;
  const facts = [
    item.provider || t('programme.own'),
    ects === null ? '' : t('programme.ects', { ects: decimal(ects, language) }),
    activityKindNames[item.kind][language],
  ];
  const sources = [
    plans > 0 && t('programme.plans', { count: plans }),
    isFromFoundation && t('programme.foundation'),
    strategicDecision !== '' && t('programme.decision'),
  ];
  return (
    <tr className="pg-row" data-testid="programme-row">
      <td>
        <Link to="/programme/$itemId" params={{ itemId: item.id }} className="pg-link">
          {item.title}
        </Link>
        <div className="soft small">{facts.filter(Boolean).join(' · ')}</div>
      </td>
      <td>{activityLevelNames[item.level][language]}</td>
      <td>{item.isOffered ? <NextRun run={item.nextRun} /> : <NotOffered />}</td>
      <td>{sources.filter(Boolean).join(' · ') || <span className="soft">–</span>}</td>
      <td className="figure">{feeText(item.feeOre, language)}</td>
    </tr>
  );
});

function NotOffered() {
  const { t } = useTranslation();
  return <StateWord tone="partly">{t('programme.notOffered')}</StateWord>;
}

/** When it is held next, and whether there is a seat. */
function NextRun({ run }: { run: ProgrammeRow['nextRun'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!run) return <span className="soft">{t('programme.noDate')}</span>;
  return (
    <>
      <span className="pg-when">{shortDate(run.startsOn, language)}</span>
      <div className="soft small">{leftText(run, t)}</div>
    </>
  );
}
