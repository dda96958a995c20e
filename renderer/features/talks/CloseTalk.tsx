import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import type { Talk } from './TalkPage';

type CloseTalkProps = { talk: Talk; onArea: (area: number) => void; printouts: ReactNode };

/** Says what stands between the talk and its closing, and closes it; an empty plan part needs a reason (U2). */
export function CloseTalk({ talk, onArea, printouts }: CloseTalkProps) {
  const { t } = useTranslation();
  const close = useOrder('talks', 'close');
  const kept = useDraft<string>(`close ${talk.id}`);
  const { draft, keep, drop } = kept;
  const reason = draft ?? talk.emptyPlanReason;
  const isEmpty = talk.agreements === 0 && talk.planLines === 0;
  if (talk.closedAt) {
    return (
      <Sheet title={t('talks.isClosed')}>
        {talk.emptyPlanReason && <p>{t('talks.closedReason', { reason: talk.emptyPlanReason })}</p>}
        {printouts}
      </Sheet>
    );
  }
  return (
    <Sheet title={t('talks.closeTitle')}>
      {talk.unmarked > 0 && (
        <p>
          {t('talks.closeWaiting', { count: talk.unmarked })}{' '}
          <button type="button" className="link-button" onClick={() => onArea(1)}>
            {t('talks.closeWaitingLink')}
          </button>
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close.mutate({ id: talk.id, emptyPlanReason: reason }, { onSuccess: drop });
        }}
      >
        {isEmpty && (
          <TextInput
            label={t('talks.closeReason')}
            description={t('talks.closeReasonHint')}
            descriptionProps={{ className: 'soft small' }}
            value={reason}
            onChange={(event) => keep(event.currentTarget.value)}
            error={close.error?.fields.emptyPlanReason}
            maxLength={500}
            mb="sm"
          />
        )}
        {isEmpty && <DraftLine draft={kept} />}
        <p className="soft">{t('talks.closeText')}</p>
        {close.error && <Failure error={{ message: close.error.message }} />}
        <Group justify="space-between">
          <Button type="submit" loading={close.isPending} disabled={talk.unmarked > 0}>
            {t('talks.close')}
          </Button>
          {printouts}
        </Group>
      </form>
    </Sheet>
  );
}
