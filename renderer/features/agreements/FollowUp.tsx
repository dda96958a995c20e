import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import type { Agreement } from '@shared/contract/agreements';
import { type PromiseMark, promiseMarks } from '@shared/domain/promises';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { AgreementDialog } from './AgreementDialog';
import { PromiseWord } from './PromiseWord';
import './agreements.css';

type FollowUpProps = { talkId: string; schoolYear: string; isClosed: boolean };

/** Page one of a talk: every earlier promise gets an answer and a word of why (U1, DOMAIN 4.3). */
export function FollowUp({ talkId, schoolYear, isClosed }: FollowUpProps) {
  const { t } = useTranslation();
  const earlier = useCall('agreements', 'earlier', { talkId });
  const [again, setAgain] = useState<Agreement | null>(null);
  const rows = earlier.data?.agreements ?? [];
  const waiting = rows.filter((row) => row.state === 'open').length;
  const { list, answered } = useNextAnswer(waiting);
  return (
    <Sheet title={t('agreements.earlier')}>
      <Failure error={earlier.error} />
      {earlier.data && rows.length === 0 && (
        <p className="soft">
          <span>{t('agreements.earlierNone')}</span>. {!isClosed && t('agreements.earlierNoneText')}
        </p>
      )}
      {rows.length > 0 && <p className="soft">{t('agreements.earlierLede', { count: waiting })}</p>}
      <div ref={list}>
        {rows.map((row) => (
          <div key={row.id} className="promise" data-promise={row.id}>
            <PromiseFacts row={row} />
            {row.state === 'open' && !isClosed ? (
              <Answer row={row} talkId={talkId} onAnswered={() => answered(row.id)} />
            ) : (
              <Answered row={row} isClosed={isClosed} onAgain={() => setAgain(row)} />
            )}
          </div>
        ))}
      </div>
      {again && (
        <AgreementDialog
          subject={again}
          schoolYear={schoolYear}
          talkId={talkId}
          again={again}
          plan={again.plan ? 'suggested' : 'possible'}
          onClose={() => setAgain(null)}
        />
      )}
    </Sheet>
  );
}

/** Once an answer is saved, the keyboard stands at the next promise that waits, or at what can be done with this one. */
function useNextAnswer(waiting: number) {
  const list = useRef<HTMLDivElement>(null);
  const saved = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one fewer that waits is what it looks out for
  useEffect(() => {
    if (saved.current === null) return;
    const own = `[data-promise="${saved.current}"] button`;
    saved.current = null;
    const next = list.current?.querySelector<HTMLElement>('form input') ?? list.current?.querySelector(own);
    if (next instanceof HTMLElement) next.focus();
  }, [waiting]);
  const answered = (id: string) => {
    saved.current = id;
  };
  return { list, answered };
}

function PromiseFacts({ row }: { row: Agreement }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div>
      <strong>{row.competence}</strong>
      <p>{row.activity}</p>
      <p className="soft small">
        {[
          row.who,
          t('agreements.due', { date: longDate(row.dueOn, language) }),
          t('agreements.promisedBy', {
            who:
              row.teamId && row.giver === 'employee'
                ? t('agreements.promisers.team')
                : t(`agreements.promisers.${row.giver}`),
          }),
          t('agreements.madeOn', { date: longDate(row.madeOn, language) }),
        ].join(' · ')}
      </p>
    </div>
  );
}

type AnswerProps = { row: Agreement; talkId: string; onAnswered: () => void };

function Answer({ row, talkId, onAnswered }: AnswerProps) {
  const { t } = useTranslation();
  const mark = useOrder('agreements', 'mark');
  const kept = useDraft<{ state: PromiseMark | ''; reason: string }>(`mark ${row.id}`);
  const { draft, keep, drop } = kept;
  const { state, reason } = draft ?? { state: '' as const, reason: '' };
  const isReady = state !== '' && reason.trim() !== '';
  const save = () => {
    if (state === '') return;
    onAnswered();
    mark.mutate({ id: row.id, state, reason, talkId }, { onSuccess: drop });
  };
  return (
    <form
      className="promise-answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
    >
      <SegmentedControl
        size="xs"
        w="100%"
        fullWidth
        aria-label={t('agreements.markOne', { what: row.competence })}
        value={state}
        onChange={(value) => keep({ state: value as PromiseMark, reason })}
        data={promiseMarks.map((value) => ({ value, label: t(`agreements.states.${value}`) }))}
      />
      <TextInput
        w="100%"
        aria-label={t('agreements.reasonOne', { what: row.competence })}
        placeholder={t('agreements.reason')}
        value={reason}
        onChange={(event) => keep({ state, reason: event.currentTarget.value })}
        error={mark.error?.fields.reason}
        maxLength={1000}
      />
      <Button type="submit" size="compact-sm" disabled={!isReady} loading={mark.isPending}>
        {t('agreements.saveMark')}
      </Button>
      <DraftLine draft={kept} />
      {mark.error && <Failure error={{ message: mark.error.message }} />}
    </form>
  );
}

function Answered({ row, isClosed, onAgain }: { row: Agreement; isClosed: boolean; onAgain: () => void }) {
  const { t } = useTranslation();
  const unmark = useOrder('agreements', 'unmark');
  return (
    <div className="promise-answer">
      <p>
        <PromiseWord state={row.state} />
        {row.stateReason && ` – ${row.stateReason}`}
      </p>
      {!isClosed && (
        <Group gap={4}>
          <Button size="compact-sm" variant="subtle" onClick={() => unmark.mutate({ id: row.id })}>
            {t('agreements.unmark')}
          </Button>
          {row.state !== 'kept' && (
            <Button size="compact-sm" variant="subtle" onClick={onAgain}>
              {t('agreements.again')}
            </Button>
          )}
        </Group>
      )}
      <Failure error={unmark.error} />
    </div>
  );
}
