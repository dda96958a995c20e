import { moneyText } from '@shared/domain/money';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { moveBetweenRows } from '../../ui/move-between-rows';
import { useLanguage } from '../../ui/use-language';
import { useMoreRows } from '../../ui/use-more-rows';
import { ConflictWords, datesText, type EnrolmentRow, EnrolmentWord } from './words';

/** One line an enrolment; arrows go from line to line, Enter opens. */
export const EnrolmentTable = memo(function EnrolmentTable({ rows }: { rows: readonly EnrolmentRow[] }) {
  const { t } = useTranslation();
  const { parts, end } = useMoreRows(rows);
  return (
    <>
      <table
        className="table enrolment-table"
        aria-label={t('enrolments.rows')}
        onKeyDown={moveBetweenRows('.enrolment-link')}
      >
        <thead>
          <tr>
            <th scope="col">{t('enrolments.activity')}</th>
            <th scope="col">{t('enrolments.person')}</th>
            <th scope="col">{t('enrolments.state')}</th>
            <th scope="col">{t('enrolments.dates')}</th>
            <th scope="col" className="figure">
              {t('enrolments.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Part key={part[0]?.id} rows={part} />
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </>
  );
});

const Part = memo(function Part({ rows }: { rows: readonly EnrolmentRow[] }) {
  return rows.map((row) => <Row key={row.id} row={row} />);
});

const Row = memo(function Row({ row }: { row: EnrolmentRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr data-testid="enrolment-row">
      <td>
        <Link to="/enrolments/$enrolmentId" params={{ enrolmentId: row.id }} className="enrolment-link">
          {row.title}
        </Link>
        {row.provider && <div className="soft small">{row.provider}</div>}
      </td>
      <td>{row.employeeName}</td>
      <td className="enrolment-state">
        <EnrolmentWord state={row.state} />
        {row.conflicts.length > 0 && (
          <div className="small">
            <ConflictWords kinds={row.conflicts} />
          </div>
        )}
      </td>
      <td>{datesText(row, language, t)}</td>
      <td className="figure">
        {moneyText(row.netOre, language)}
        {row.fundOre > 0 && (
          <div className="soft small">
            {t('enrolments.fundShare', { amount: moneyText(row.fundOre, language) })}
          </div>
        )}
        {row.substituteDays > 0 && (
          <div className="soft small">{t('enrolments.substituteShort', { count: row.substituteDays })}</div>
        )}
      </td>
    </tr>
  );
});
