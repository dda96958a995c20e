import { Button } from '@mantine/core';
import { fieldNames } from '@shared/domain/staff-import/columns';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { decimal, shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { Working } from '../../ui/Working';
import type { Preview } from './ImportPage';
import '../../ui/table-import.css';

type Props = {
  plan: Preview;
  error: CallFailure | null;
  busy: boolean;
  onBack: () => void;
  onApply: () => void;
};

const mostRows = 300;
const mostNames = 12;

/** What the import would do, row by row; what must be corrected first, and on paper if wanted. */
export function ImportPreview({ plan, error, busy, onBack, onApply }: Props) {
  const { t } = useTranslation();
  const { counts } = plan;
  const imported = counts.new + counts.update;
  const newRows = plan.rows.filter((row) => row.kind === 'new');
  const changedRows = plan.rows.filter((row) => row.kind === 'update');
  return (
    <>
      {counts.problem > 0 ? (
        <Problems plan={plan} />
      ) : (
        <Sheet>
          <p className="reading-text" role="status">
            {imported === 0
              ? t('staffImports.nothingToDo')
              : t('staffImports.summary', {
                  new: counts.new,
                  update: counts.update,
                  unchanged: counts.unchanged,
                })}
          </p>
          <Names template="newCategories" names={plan.newCategories} />
          <Names template="newTeams" names={plan.newTeams} />
          {plan.absent.length > 0 && (
            <p className="reading-text soft">
              {t('staffImports.absent', { count: plan.absent.length, names: someNames(plan.absent, t) })}
            </p>
          )}
          <Failure error={error} />
          <div className="form-foot">
            <Working busy={busy}>{t('staffImports.applying')}</Working>
            <Button variant="default" onClick={onBack} disabled={busy}>
              {t('staffImports.back')}
            </Button>
            {imported > 0 && (
              <Button onClick={onApply} loading={busy}>
                {t('staffImports.apply', { count: imported })}
              </Button>
            )}
          </div>
        </Sheet>
      )}
      {changedRows.length > 0 && (
        <Sheet className="not-printed" title={t('staffImports.updateTitle', { count: changedRows.length })}>
          <Rows rows={changedRows} last={t('staffImports.change')} cell={(row) => <Changes row={row} />} />
        </Sheet>
      )}
      {newRows.length > 0 && (
        <Sheet className="not-printed" title={t('staffImports.newTitle', { count: newRows.length })}>
          <Rows
            rows={newRows}
            last={t('employees.role')}
            cell={(row) => (
              <>
                {[row.categoryName, row.teamName].filter(Boolean).join(' · ')}
                <Warnings row={row} />
              </>
            )}
          />
        </Sheet>
      )}
      {counts.problem > 0 && (
        <div className="form-foot">
          <Button variant="default" onClick={onBack}>
            {t('staffImports.back')}
          </Button>
        </div>
      )}
    </>
  );
}

function Problems({ plan }: { plan: Preview }) {
  const { t } = useTranslation();
  return (
    <Sheet
      title={t('staffImports.problemsTitle', { count: plan.counts.problem })}
      aside={
        <Button className="not-printed" size="compact-sm" variant="default" onClick={() => window.print()}>
          {t('staffImports.printProblems')}
        </Button>
      }
    >
      <p className="reading-text" role="alert">
        {t('staffImports.problemsText')}
      </p>
      <ul className="task-list">
        {plan.problems.slice(0, mostRows).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <FirstOnly shown={mostRows} count={plan.problems.length} />
    </Sheet>
  );
}

type PlanRow = Preview['rows'][number];

function Rows(props: { rows: readonly PlanRow[]; last: string; cell: (row: PlanRow) => ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('staffImports.row')}</th>
            <th scope="col">{t('staffImports.number')}</th>
            <th scope="col">{t('common.name')}</th>
            <th scope="col">{props.last}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.slice(0, mostRows).map((row) => (
            <tr key={row.row}>
              <td className="soft">{row.row}</td>
              <td>{row.employeeNumber}</td>
              <td>{row.name}</td>
              <td>{props.cell(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FirstOnly shown={mostRows} count={props.rows.length} />
    </>
  );
}

function Changes({ row }: { row: PlanRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = (field: PlanRow['changes'][number]['field'], value: PlanRow['changes'][number]['from']) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
      return t('staffImports.empty');
    }
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'number') return `${decimal(value, language)} %`;
    return field === 'employmentDate' || field === 'leavingDate' ? shortDate(value, language) : value;
  };
  return (
    <>
      <ul className="changes">
        {row.changes.map(({ field, from, to }) => (
          <li key={field}>
            <span className="soft">{fieldNames[field][language]}:</span>{' '}
            {t('staffImports.fromTo', { from: shown(field, from), to: shown(field, to) })}
          </li>
        ))}
      </ul>
      <Warnings row={row} />
    </>
  );
}

function Warnings({ row }: { row: PlanRow }) {
  return row.warnings.map((warning) => (
    <div key={warning} className="state-partly small">
      {warning}
    </div>
  ));
}

function Names({ template, names }: { template: 'newCategories' | 'newTeams'; names: readonly string[] }) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return <p className="reading-text">{t(`staffImports.${template}`, { names: someNames(names, t) })}</p>;
}

function someNames(names: readonly string[], t: TFunction): string {
  if (names.length <= mostNames) return names.join(', ');
  return t('staffImports.andMore', {
    names: names.slice(0, mostNames).join(', '),
    count: names.length - mostNames,
  });
}

function FirstOnly({ shown, count }: { shown: number; count: number }) {
  const { t } = useTranslation();
  if (count <= shown) return null;
  return <p className="soft small">{t('staffImports.firstOnly', { shown, count })}</p>;
}
