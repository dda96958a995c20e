import { Button, Group } from '@mantine/core';
import type { DocumentRow } from '@shared/contract/documents';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longMoment, shortDate } from '../../ui/format';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { CorrectionDialog } from './CorrectionDialog';

/** Documents newest first: what, whose, when, how it stands, and the two things to do with it. */
export function DocumentTable({
  rows,
  whose,
}: {
  rows: readonly DocumentRow[];
  /** Heading over the names; left out where all are of one person. */
  whose?: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const again = useOrder('documents', 'again');
  const [correcting, setCorrecting] = useState<string | null>(null);
  return (
    <>
      <Failure error={again.error} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('documents.what')}</th>
            {whose && <th scope="col">{whose}</th>}
            <th scope="col">{t('documents.when')}</th>
            <th scope="col">{t('documents.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('common.print')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {t(`documents.kinds.${row.kind}`)}
                <div className="soft small">
                  {[row.schoolYear, t('documents.version', { version: row.version }), row.fingerprint]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {row.corrections.map((note) => (
                  <div key={note.createdAt} className="small">
                    {t('documents.correctionSaved', {
                      when: longMoment(note.createdAt, language),
                      author: note.author,
                      text: note.text,
                    })}
                  </div>
                ))}
              </td>
              {whose && <td>{row.employeeName}</td>}
              <td>{shortDate((row.completedAt ?? row.createdAt).slice(0, 10), language)}</td>
              <td>
                <StateWord
                  tone={
                    row.state === 'signed' ? 'good' : row.state === 'awaitingSignatures' ? 'partly' : 'quiet'
                  }
                >
                  {t(`documents.states.${row.state}`)}
                </StateWord>
              </td>
              <td>
                <Group gap="xs" justify="flex-end">
                  {row.state === 'signed' && (
                    <Button size="compact-sm" variant="subtle" onClick={() => setCorrecting(row.id)}>
                      {t('documents.correct')}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => again.mutate({ documentId: row.id, way: 'print' })}
                  >
                    {t('documents.print')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => again.mutate({ documentId: row.id, way: 'save' })}
                  >
                    {t('documents.savePdf')}
                  </Button>
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {correcting && <CorrectionDialog documentId={correcting} onClose={() => setCorrecting(null)} />}
    </>
  );
}
