import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { type FileInHand, PlannedImport } from './PlannedImport';
import { Stranger } from './Stranger';
import { UnlockFile } from './UnlockFile';

type ReadFileProps = { label: string; variant?: 'filled' | 'default' };

/** Reads a file somebody sent: what it is, who wrote it and what it would do, before it does it. */
export function ReadFile({ label, variant = 'filled' }: ReadFileProps) {
  const choose = useOrder('caseExchange', 'choose');
  const [file, setFile] = useState<FileInHand | null>(null);
  return (
    <>
      <Button
        variant={variant}
        loading={choose.isPending}
        onClick={() => choose.mutate({}, { onSuccess: setFile })}
      >
        {label}
      </Button>
      {choose.error && <Refused error={choose.error} onClose={() => choose.reset()} />}
      {file && <FileDialog file={file} onChange={setFile} onClose={() => setFile(null)} />}
    </>
  );
}

/** A file that is not read says so where it was asked for. */
function Refused({ error, onClose }: { error: { message: string }; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('caseExchange.read.title')}>
      <Failure error={{ message: error.message }} />
      <div className="form-foot">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </div>
    </Modal>
  );
}

type FileDialogProps = { file: FileInHand; onChange: (file: FileInHand) => void; onClose: () => void };

function FileDialog({ file, onChange, onClose }: FileDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const forget = useOrder('caseExchange', 'forget');
  const { token, sender, plan } = file;
  const close = () => {
    forget.mutate({ token });
    onClose();
  };
  return (
    <Modal opened onClose={close} title={t('caseExchange.read.title')} size="lg">
      <p className="soft small">{t('caseExchange.read.file', { file: file.fileName })}</p>
      {file.needsPassphrase && <UnlockFile token={token} onOpened={onChange} onClose={close} />}
      {sender && !plan && <Stranger token={token} sender={sender} onAdded={onChange} onClose={close} />}
      {sender && plan && (
        <PlannedImport
          token={token}
          sender={sender}
          plan={plan}
          onClose={close}
          onDone={(caseId) => {
            onClose();
            void navigate({ to: '/merit/$caseId', params: { caseId } });
          }}
        />
      )}
    </Modal>
  );
}
