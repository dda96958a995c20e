import type { LedgerKind } from '@shared/domain/merit-states';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { decimal } from '../../ui/format';
import { RowActions } from '../../ui/RowActions';
import { StateWord, type Tone } from '../../ui/StateWord';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import type { LedgerEntry } from './LeaderPage';
import { periodText } from './words';

export const kindTones: Readonly<Record<LedgerKind, Tone>> = {
  passed: 'good',
  merit: 'good',
  underWay: 'now',
  planned: 'quiet',
};

type EntryTableProps = { entries: readonly LedgerEntry[]; onEdit: (entry: LedgerEntry) => void };

/** Modules with points, days and certificate. Merit stands as its decision made it. */
export function EntryTable({ entries, onEdit }: EntryTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (entries.length === 0) {
    return <Empty title={t('leaderTraining.modulesNone')}>{t('leaderTraining.modulesNoneText')}</Empty>;
  }
  return (
    <table className="table" aria-label={t('leaderTraining.ledger')}>
      <thead>
        <tr>
          <th scope="col">{t('leaderTraining.module')}</th>
          <th scope="col">{t('leaderTraining.kind')}</th>
          <th scope="col" className="figure">
            {t('leaderTraining.points')}
          </th>
          <th scope="col">{t('leaderTraining.period')}</th>
          <th scope="col">{t('leaderTraining.certificate')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('common.edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <strong>{entry.title}</strong>
              {entry.provider !== '' && <div className="soft small">{entry.provider}</div>}
              {!entry.counts && <div className="state-partly small">{t('leaderTraining.notCounted')}</div>}
            </td>
            <td>
              <StateWord tone={kindTones[entry.kind]}>{t(`leaderTraining.kinds.${entry.kind}`)}</StateWord>
            </td>
            <td className="figure">{decimal(entry.ects, language)}</td>
            <td className="lt-date">{periodText(entry, language, t)}</td>
            <td>{entry.kind !== 'merit' && <Certificate entry={entry} />}</td>
            <td>
              {entry.kind !== 'merit' && <RowActions name={entry.title} onEdit={() => onEdit(entry)} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Attach, save a copy, remove with a way back. */
function Certificate({ entry: { id: entryId, title, certificate } }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  const add = useOrder('leaderTraining', 'addCertificate');
  const save = useOrder('leaderTraining', 'exportCertificate');
  const remove = useOrder('leaderTraining', 'removeCertificate');
  const removeIt = () =>
    remove.mutate(
      { entryId },
      {
        onSuccess: ({ attachmentId }) =>
          offerUndo({
            message: t('leaderTraining.certificateRemoved'),
            label: t('common.undo'),
            undo: () => call('leaderTraining', 'restoreCertificate', { entryId, attachmentId }),
          }),
      },
    );
  return (
    <>
      {certificate ? (
        <>
          <div className="lt-file">{certificate.name}</div>
          <div className="lt-file-actions">
            <button
              type="button"
              className="link-button small"
              aria-label={t('leaderTraining.certificateSaveOf', { title })}
              onClick={() => save.mutate({ entryId })}
            >
              {t('leaderTraining.certificateSave')}
            </button>
            <button
              type="button"
              className="link-button small"
              aria-label={t('leaderTraining.certificateRemoveOf', { title })}
              onClick={removeIt}
            >
              {t('common.remove')}
            </button>
          </div>
        </>
      ) : (
        <button
          type="button"
          className="link-button"
          title={t('leaderTraining.certificateHint')}
          aria-label={t('leaderTraining.certificateAddTo', { title })}
          onClick={() => add.mutate({ entryId })}
        >
          {t('leaderTraining.certificateAdd')}
        </button>
      )}
      <Failure error={add.error ?? save.error ?? remove.error} />
    </>
  );
}
