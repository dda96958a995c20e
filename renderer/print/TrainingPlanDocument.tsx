import type { PrintFrame, TrainingPlanPrint } from '@shared/contract/print';
import { useTranslation } from 'react-i18next';
import { longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';
import { DocumentHead, PrintedSpiderBlock, Signatures } from './parts';

/** The individual training plan (R000-01 … R000-12), ready to sign. */
export function TrainingPlanDocument({ frame }: { frame: PrintFrame<TrainingPlanPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const plan = frame.content;
  const line = [
    [plan.employeeRole, plan.employeeTeam].filter(Boolean).join(', '),
    t('common.schoolYear', { year: plan.schoolYear }),
    plan.talkOn && t('print.plan.talkOn', { date: longDate(plan.talkOn, language) }),
  ];
  return (
    <main>
      <DocumentHead frame={frame} title={t('print.plan.title')} line={line.filter(Boolean).join(' · ')} />
      {plan.legalBasis && (
        <p className="doc-basis">
          {plan.legalBasis} {plan.legalBasisSource && <small>({plan.legalBasisSource})</small>}
        </p>
      )}
      {plan.teachingGoals.trim() && (
        <section>
          <h2>{t('print.plan.goals')}</h2>
          <p>{plan.teachingGoals}</p>
        </section>
      )}
      {plan.spider && (
        <section>
          <h2>{t('print.plan.spider')}</h2>
          <PrintedSpiderBlock spider={plan.spider} name={plan.employeeName} />
        </section>
      )}
      <section>
        <h2>{t('print.plan.agreed')}</h2>
        {plan.lines.length === 0 ? (
          <p>{t('print.plan.noLines')}</p>
        ) : (
          <table className="plan-lines">
            <thead>
              <tr>
                <th scope="col" style={{ width: '25%' }}>
                  {t('print.plan.what')}
                </th>
                <th scope="col" style={{ width: '19%' }}>
                  {t('print.plan.from')}
                </th>
                <th scope="col" style={{ width: '22%' }}>
                  {t('print.plan.activity')}
                </th>
                <th scope="col" style={{ width: '18%' }}>
                  {t('print.plan.who')}
                </th>
                <th scope="col" style={{ width: '16%' }}>
                  {t('print.plan.by')}
                </th>
              </tr>
            </thead>
            <tbody>
              {plan.lines.map((row) => (
                <tr key={`${row.competence}${row.activity}${row.dueOn}`}>
                  <td>
                    <span className="strong">{row.competence}</span>
                    <span className="note">
                      {[row.priority, row.cell, t(`print.origins.${row.origin}`)].filter(Boolean).join(' · ')}
                    </span>
                  </td>
                  <td>{t(`print.plan.${row.taskKind}`, { task: row.task })}</td>
                  <td>{row.activity}</td>
                  <td>{row.who}</td>
                  <td>{longDate(row.dueOn, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <Signatures frame={frame} />
    </main>
  );
}
