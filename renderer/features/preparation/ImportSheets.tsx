import { Button, Checkbox, Group, Modal } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { Working } from '../../ui/Working';

type Chosen = NonNullable<OutputOf<'preparation', 'choose'>>;
type File = Chosen['files'][number];
type Applied = OutputOf<'preparation', 'apply'>;

/** Names of missing answers that are spelled out. */
const mostNames = 4;

const tones: Readonly<Record<File['state'], Tone>> = {
  ready: 'good',
  incomplete: 'partly',
  waitsForLeader: 'now',
  alreadyImported: 'quiet',
  twice: 'late',
  rated: 'quiet',
  foreign: 'late',
  otherTalk: 'late',
  changed: 'late',
  outdated: 'late',
  closed: 'quiet',
  unreadable: 'late',
};

/** Sheets that came back: chosen, looked at, and taken in only then. Within a talk only its own count. */
export function ImportSheets({ talkId }: { talkId: string | null }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = useOrder('preparation', 'choose');
  const ask = (from: 'files' | 'folder') =>
    choose.mutate({ from, talkId }, { onSuccess: (files) => files && setChosen(files) });
  const close = () => {
    // A refusal only says that the files are gone already.
    if (chosen) call('preparation', 'forget', { token: chosen.token }).catch(() => undefined);
    setChosen(null);
  };
  return (
    <div>
      <Group gap="xs">
        <Button variant="default" loading={choose.isPending} onClick={() => ask('files')}>
          {t(talkId ? 'preparation.importOne' : 'preparation.importFiles')}
        </Button>
        {!talkId && (
          <Button variant="default" disabled={choose.isPending} onClick={() => ask('folder')}>
            {t('preparation.importFolder')}
          </Button>
        )}
      </Group>
      <Working busy={choose.isPending}>{t('preparation.reading')}</Working>
      <Failure error={choose.error} />
      {chosen && <Preview chosen={chosen} onClose={close} />}
    </div>
  );
}

function Preview({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const { t } = useTranslation();
  const apply = useOrder('preparation', 'apply');
  const [counted, setCounted] = useState<ReadonlySet<number>>(new Set());
  const files = chosen.files.filter(
    ({ index, state }) => state === 'ready' || (state === 'incomplete' && counted.has(index)),
  );
  const toggle = (index: number, counts: boolean) =>
    setCounted((before) => {
      const next = new Set(before);
      if (counts) next.add(index);
      else next.delete(index);
      return next;
    });
  return (
    <Modal opened onClose={onClose} title={t('preparation.previewTitle')} size="xl">
      {apply.data ? (
        <Result applied={apply.data} onClose={onClose} />
      ) : (
        <>
          <p className="reading-text">{t('preparation.previewText')}</p>
          <FileTable files={chosen.files} counted={counted} onCount={toggle} />
          <Failure error={apply.error} />
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              data-autofocus={files.length > 0 || undefined}
              disabled={files.length === 0}
              loading={apply.isPending}
              onClick={() =>
                apply.mutate({
                  token: chosen.token,
                  files: files.map(({ index }) => ({ index, countMissing: counted.has(index) })),
                })
              }
            >
              {t('preparation.apply', { count: files.length })}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

type TableProps = {
  files: readonly File[];
  counted: ReadonlySet<number>;
  onCount: (index: number, counts: boolean) => void;
};

function FileTable({ files, counted, onCount }: TableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className="table preparation-files">
      <thead>
        <tr>
          <th scope="col">{t('preparation.file')}</th>
          <th scope="col">{t('preparation.whose')}</th>
          <th scope="col">{t('preparation.state')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.index}>
            <td>{file.fileName}</td>
            <td>
              {file.employeeName}
              {file.kind && file.heldOn && (
                <div className="soft small">
                  {t(`preparation.kinds.${file.kind}`)} {shortDate(file.heldOn, language)}
                </div>
              )}
            </td>
            <td>
              <StateWord tone={tones[file.state]}>{t(`preparation.states.${file.state}`)}</StateWord>
              {file.message && <div className="small">{file.message}</div>}
              {file.state === 'incomplete' && (
                <>
                  <div className="small">{missingNames(t, file.missing)}</div>
                  <Checkbox
                    mt={4}
                    size="xs"
                    label={t('preparation.countMissing')}
                    aria-label={t('preparation.countMissingFor', { name: file.employeeName })}
                    checked={counted.has(file.index)}
                    onChange={(event) => onCount(file.index, event.currentTarget.checked)}
                  />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The competences without an answer; of many, the first few. */
function missingNames(t: TFunction, missing: readonly string[]): string {
  const [count, more] = [missing.length, missing.length - mostNames];
  const names = missing.slice(0, mostNames).join(', ');
  return more > 0
    ? t('preparation.missingMore', { count, names, more })
    : t('preparation.missing', { count, names });
}

function Result({ applied, onClose }: { applied: Applied; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p className="reading-text">{t('preparation.imported', { count: applied.imported.length })}</p>
      {applied.imported.length > 0 && (
        <p className="reading-text soft">{applied.imported.map((one) => one.employeeName).join(', ')}</p>
      )}
      {applied.refused.length > 0 && (
        <ul className="task-list">
          {applied.refused.map(({ fileName, message }) => (
            <li key={fileName}>
              {fileName}: {message}
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </div>
  );
}
