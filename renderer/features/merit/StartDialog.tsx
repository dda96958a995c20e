import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { beginAt } from '../../ui/first-field';
import { decimal } from '../../ui/format';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

/** The leaders with a requirement: one click begins an application, or opens the one that is there. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const applicants = useCall('merit', 'applicants', {});
  const start = useOrder('merit', 'start');
  const begin = (employeeId: string) =>
    start.mutate(
      { employeeId },
      { onSuccess: ({ caseId }) => void navigate({ to: '/merit/$caseId', params: { caseId } }) },
    );
  const rows = applicants.data?.applicants ?? [];
  const first = rows.find(({ missing, openCaseId }) => missing > 0 || openCaseId);
  return (
    <Modal opened onClose={onClose} title={t('merit.start.title')} size="lg">
      <Failure error={applicants.error ?? start.error} />
      {applicants.data && (
        <p className="soft">{t(rows.length > 0 ? 'merit.start.text' : 'merit.start.none')}</p>
      )}
      {rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('merit.who')}</th>
              <th scope="col">{t('merit.start.requirement')}</th>
              <th scope="col">{t('merit.start.missing')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('merit.start.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ employeeId, name, title, requirementName, missing, openCaseId }) => (
              <tr key={employeeId}>
                <td>
                  <strong>{name}</strong>
                  <div className="soft small">{title}</div>
                </td>
                <td>{requirementName}</td>
                <td>
                  {missing === 0 ? (
                    <StateWord tone="good">{t('merit.start.fulfilled')}</StateWord>
                  ) : (
                    t('merit.ects', { ects: decimal(missing, language) })
                  )}
                </td>
                <td className="row-end">
                  {(missing > 0 || openCaseId) && (
                    <Button
                      ref={employeeId === first?.employeeId ? beginAt : undefined}
                      size="compact-sm"
                      variant="default"
                      disabled={start.isPending}
                      aria-label={t(openCaseId ? 'merit.start.openFor' : 'merit.start.beginFor', { name })}
                      onClick={() => begin(employeeId)}
                    >
                      {t(openCaseId ? 'merit.start.open' : 'merit.start.begin')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  );
}
