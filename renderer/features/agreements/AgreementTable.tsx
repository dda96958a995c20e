import { Button, Group } from '@mantine/core';
import type { Agreement } from '@shared/contract/agreements';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { AgreementDialog } from './AgreementDialog';
import type { PlanUse } from './form-values';
import { PromiseWord } from './PromiseWord';

type AgreementTableProps = {
  rows: readonly Agreement[];
  plan: PlanUse;
  /** Shows what came of each promise instead of what can be done with it; so do lines that are all fixed. */
  readOnly?: boolean;
  /** What else can be done with a promise; composed in renderer/app. */
  more?: (row: Agreement) => ReactNode;
};

/** Agreements as the plan prints them: what, from which task, by which activity, who, by when. */
export function AgreementTable({ rows, plan, readOnly = false, more }: AgreementTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { removeIt, error } = useRemoval<Agreement>({
    remove: ({ id }) => call('agreements', 'remove', { id }),
    restore: ({ id }) => call('agreements', 'restore', { id }),
    message: ({ competence }) => t('agreements.removed', { what: competence }),
  });
  const [edited, setEdited] = useState<Agreement | null>(null);
  const showsState = readOnly || rows.every((row) => row.fixedBy);
  const fixedBy = readOnly ? null : rows.find((row) => row.fixedBy)?.fixedBy;

  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('agreements.what')}</th>
            {plan !== 'none' && <th scope="col">{t('agreements.springsFrom')}</th>}
            <th scope="col">{t('agreements.activity')}</th>
            <th scope="col">{t('agreements.whoShort')}</th>
            <th scope="col">{t('agreements.dueOn')}</th>
            <th scope="col">{showsState ? t('agreements.state') : t('agreements.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <strong>{row.competence}</strong>
                <div className="soft small">
                  {[row.plan?.priorityName, row.plan?.cell, t(`agreements.originShort.${row.origin}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </td>
              {plan !== 'none' && <TaskCell row={row} />}
              <td>{row.activity}</td>
              <td>{row.who}</td>
              <td>{shortDate(row.dueOn, language)}</td>
              <td>
                {showsState ? (
                  <>
                    <PromiseWord state={row.state} />
                    {row.stateReason && <div className="soft small">{row.stateReason}</div>}
                  </>
                ) : (
                  !row.fixedBy && (
                    <Group gap={4} wrap="nowrap">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('agreements.editOne', { what: row.competence })}
                        onClick={() => setEdited(row)}
                      >
                        {t('common.edit')}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('agreements.removeOne', { what: row.competence })}
                        onClick={() => void removeIt(row)}
                      >
                        {t('common.remove')}
                      </Button>
                    </Group>
                  )
                )}
                {more?.(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fixedBy && <p className="soft small">{t(`agreements.fixedBy.${fixedBy}`)}</p>}
      <Failure error={error} />
      {edited && (
        <AgreementDialog
          subject={edited}
          schoolYear={edited.schoolYear}
          talkId={edited.talkId}
          agreement={edited}
          plan={plan}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

/** The task an agreement springs from (R000-10), where it is a line of the plan. */
function TaskCell({ row }: { row: Agreement }) {
  const { t } = useTranslation();
  if (!row.plan) {
    return (
      <td>
        <span className="soft">{t('agreements.notInPlan')}</span>
      </td>
    );
  }
  return (
    <td>
      {row.plan.taskName}
      <div className="soft small">{t(`agreements.taskKindShort.${row.plan.taskKind}`)}</div>
    </td>
  );
}
