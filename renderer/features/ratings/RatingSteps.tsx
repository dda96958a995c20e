import { Button, Group, Modal, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import type { Overview } from './RatingsPanel';

const tones = { none: 'quiet', begun: 'partly', locked: 'good' } as const;

/** How far each has come, and the one thing to do next: lend the machine, or type the code. */
export function RatingSteps({ talkId, overview }: { talkId: string; overview: Overview }) {
  const { t } = useTranslation();
  const [lending, setLending] = useState(false);
  const { employeeName, selfState, leaderState, isClosed } = overview;
  const selfLocked = selfState === 'locked';
  const first = employeeName.split(' ')[0] ?? employeeName;
  const ready = selfLocked && leaderState === 'locked';
  return (
    <Sheet title={ready ? t('ratings.panel.revealTitle') : t('ratings.panel.title')}>
      <dl className="rating-states">
        <div>
          <dt>{employeeName}</dt>
          <dd>
            <StateWord tone={tones[selfState]}>{t(`ratings.panel.states.${selfState}`)}</StateWord>
          </dd>
        </div>
        <div>
          <dt>{t('ratings.panel.leader')}</dt>
          <dd>
            <StateWord tone={tones[leaderState]}>{t(`ratings.panel.states.${leaderState}`)}</StateWord>
          </dd>
        </div>
      </dl>
      {ready ? (
        <RevealForm talkId={talkId} first={first} />
      ) : (
        <p className="soft">{t(isClosed ? 'ratings.panel.closed' : 'ratings.panel.blind')}</p>
      )}
      {/* Also when she has locked: until both are shown she can take her lock back (U16). */}
      <Group gap="xs" mt={ready ? 'sm' : undefined}>
        {!isClosed && (
          <Button variant={selfLocked ? 'default' : 'filled'} onClick={() => setLending(true)}>
            {t('ratings.panel.lend', { name: first })}
          </Button>
        )}
        {selfState !== 'none' && !isClosed && <Forgotten talkId={talkId} first={first} />}
      </Group>
      {lending && <LendDialog talkId={talkId} first={first} onClose={() => setLending(false)} />}
    </Sheet>
  );
}

function LendDialog({ talkId, first, onClose }: { talkId: string; first: string; onClose: () => void }) {
  const { t } = useTranslation();
  const lend = useOrder('ratings', 'lend');
  return (
    <Modal opened onClose={onClose} title={t('ratings.panel.lendTitle', { name: first })}>
      <p>{t('ratings.panel.lendText', { name: first })}</p>
      <Failure error={lend.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus loading={lend.isPending} onClick={() => lend.mutate({ talkId })}>
          {t('ratings.panel.lendConfirm')}
        </Button>
      </Group>
    </Modal>
  );
}

function RevealForm({ talkId, first }: { talkId: string; first: string }) {
  const { t } = useTranslation();
  const reveal = useOrder('ratings', 'reveal');
  const [pin, setPin] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reveal.mutate(
      { talkId, pin },
      {
        onError: () => setPin(''),
        // The two views take this place; the reader begins at their top.
        onSuccess: () => document.getElementById('content')?.scrollTo({ top: 0 }),
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <p className="soft">{t('ratings.panel.revealText', { name: first })}</p>
      <Group align="flex-end">
        <PasswordInput
          w={240}
          label={t('ratings.panel.pin')}
          autoComplete="off"
          maxLength={64}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!pin} loading={reveal.isPending}>
          {t('ratings.panel.reveal')}
        </Button>
      </Group>
      <Failure error={reveal.error} />
    </form>
  );
}

/** The way out when the code is forgotten: it destroys, and never discloses. */
function Forgotten({ talkId, first }: { talkId: string; first: string }) {
  const { t } = useTranslation();
  const discard = useOrder('ratings', 'discardSelf');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('ratings.panel.forgotten')}
      </Button>
      {asking && (
        <Modal opened onClose={() => setAsking(false)} title={t('ratings.panel.discardTitle')}>
          <p>{t('ratings.panel.discardText', { name: first })}</p>
          <Failure error={discard.error} />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button
              color="brick"
              loading={discard.isPending}
              onClick={() => discard.mutate({ talkId }, { onSuccess: () => setAsking(false) })}
            >
              {t('ratings.panel.discard')}
            </Button>
          </Group>
        </Modal>
      )}
    </>
  );
}
