import { Button } from '@mantine/core';
import type { MeritCaseAnswer, MeritEvidence } from '@shared/contract/merit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { decimal } from '../../ui/format';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { EvidenceDialog } from './EvidenceDialog';

/** The papers an application rests on, each with its learning goals and its certificate. */
export function EvidenceSheet({ one }: { one: MeritCaseAnswer }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<MeritEvidence | 'new' | null>(null);
  const { removeIt, error } = useRemoval<MeritEvidence>({
    remove: ({ id }) => call('merit', 'removeEvidence', { evidenceId: id }),
    restore: ({ id }) => call('merit', 'restoreEvidence', { evidenceId: id }),
    message: ({ title }) => t('merit.evidence.removed', { title }),
  });
  return (
    <Sheet
      title={t('merit.evidence.title')}
      aside={
        one.isWritable && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
            {t('merit.evidence.add')}
          </Button>
        )
      }
    >
      <Failure error={error} />
      {one.evidence.length === 0 ? (
        <p className="soft">{t('merit.evidence.none')}</p>
      ) : (
        <table className="table" aria-label={t('merit.evidence.title')}>
          <thead>
            <tr>
              <th scope="col">{t('merit.evidence.what')}</th>
              <th scope="col" className="figure merit-points">
                {t('merit.evidence.ects')}
              </th>
              <th scope="col" className="merit-file">
                {t('merit.evidence.attachment')}
              </th>
              {one.isWritable && (
                <th scope="col">
                  <span className="visually-hidden">{t('merit.evidence.action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {one.evidence.map((paper) => (
              <Row
                key={paper.id}
                paper={paper}
                isWritable={one.isWritable}
                onEdit={() => setEditing(paper)}
                onRemove={() => void removeIt(paper)}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <EvidenceDialog
          one={one}
          paper={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Sheet>
  );
}

type RowProps = { paper: MeritEvidence; isWritable: boolean; onEdit: () => void; onRemove: () => void };

function Row({ paper, isWritable, onEdit, onRemove }: RowProps) {
  const language = useLanguage();
  const { title, provider, year, ects, learningGoals } = paper;
  return (
    <tr>
      <td>
        <strong>{title}</strong>
        <div className="soft small">{[provider, year].filter(Boolean).join(', ')}</div>
        {learningGoals && <p className="merit-text small">{learningGoals}</p>}
      </td>
      <td className="figure merit-points">{decimal(ects, language)}</td>
      <td className="merit-file">
        <Attachment paper={paper} isWritable={isWritable} />
      </td>
      {isWritable && (
        <td>
          <RowActions name={title} onEdit={onEdit} onRemove={onRemove} />
        </td>
      )}
    </tr>
  );
}

function Attachment({ paper, isWritable }: { paper: MeritEvidence; isWritable: boolean }) {
  const { t } = useTranslation();
  const attach = useOrder('merit', 'attach');
  const detach = useOrder('merit', 'detach');
  const save = useOrder('merit', 'exportAttachment');
  const { id: evidenceId, title, attachment } = paper;
  return (
    <>
      {attachment ? (
        <button
          type="button"
          className="link-button merit-name"
          aria-label={t('merit.evidence.saveFile', { name: attachment.name })}
          onClick={() => save.mutate({ evidenceId })}
        >
          {attachment.name}
        </button>
      ) : (
        !isWritable && <span className="soft">{t('merit.evidence.noAttachment')}</span>
      )}
      {isWritable && (
        <div>
          {attachment ? (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('merit.evidence.detachFor', { title })}
              onClick={() => detach.mutate({ evidenceId })}
            >
              {t('merit.evidence.detach')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('merit.evidence.attachFor', { title })}
              loading={attach.isPending}
              onClick={() => attach.mutate({ evidenceId })}
            >
              {t('merit.evidence.attach')}
            </Button>
          )}
        </div>
      )}
      <Failure error={attach.error ?? detach.error ?? save.error} />
    </>
  );
}
