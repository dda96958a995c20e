import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './Failure';

type DraftActionsProps = {
  words: { discard: string; publish: string; publishTitle: string; publishText: string };
  /** Saves what is typed; false when that failed. */
  saveNow: () => Promise<boolean>;
  discard: () => Promise<unknown>;
  publish: () => Promise<unknown>;
};

/** Throws a draft away or freezes it; freezing asks first, since it cannot be taken back. */
export function DraftActions({ words, saveNow, discard, publish }: DraftActionsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const throwing = useMutation({ mutationFn: discard });
  const publishing = useMutation({ mutationFn: publish, onSuccess: () => setAsking(false) });
  const discardIt = async () => {
    if (await saveNow()) throwing.mutate();
  };
  const publishIt = async () => {
    // What is frozen is what is on the screen: when that could not be saved, the page says so and nothing is frozen.
    if (!(await saveNow())) return setAsking(false);
    publishing.mutate();
  };
  return (
    <>
      <Failure error={throwing.error} />
      <Button variant="default" loading={throwing.isPending} onClick={() => void discardIt()}>
        {words.discard}
      </Button>
      <Button onClick={() => setAsking(true)}>{words.publish}</Button>
      {asking && (
        <Modal opened onClose={() => setAsking(false)} title={words.publishTitle}>
          <p>{words.publishText}</p>
          <Failure error={publishing.error} />
          <div className="form-foot">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button data-autofocus loading={publishing.isPending} onClick={() => void publishIt()}>
              {words.publish}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}
