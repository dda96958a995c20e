import { Button } from '@mantine/core';
import type { InputOf, OutputOf } from '@shared/contract';
import { moneyText, type Ore } from '@shared/domain/money';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { Working } from '../../ui/Working';
import { FrameSheet } from './FrameSheet';
import { choicesIn, noChoices, SeatTable } from './SeatTable';
import './seat-plan.css';

export type SeatQuestion = OutputOf<'seatPlan', 'question'>;
export type SeatProposal = OutputOf<'seatPlan', 'propose'>;
export type SeatFrame = InputOf<'seatPlan', 'propose'>;

/** Who goes on what (R002-13): the optimiser proposes within the leader's frame, and she approves. */
export function SeatPlanPage() {
  const { t } = useTranslation();
  const question = useCall('seatPlan', 'question', {});
  const kicker = (
    <Link to="/enrolments" className="plain-link">
      {t('seatPlan.back')}
    </Link>
  );
  if (!question.data) return <Failure error={question.error} />;
  if (question.data.wishes.length > 0) return <SeatPlan kicker={kicker} question={question.data} />;
  return (
    <Page kicker={kicker} title={t('seatPlan.title')}>
      <Sheet>
        <Empty
          title={t('seatPlan.none')}
          action={
            <Button component={Link} to="/enrolments" variant="default">
              {t('seatPlan.noneAction')}
            </Button>
          }
        >
          {t('seatPlan.noneText')}
        </Empty>
      </Sheet>
    </Page>
  );
}

function SeatPlan({ kicker, question }: { kicker: React.ReactNode; question: SeatQuestion }) {
  const { t } = useTranslation();
  const [frame, setFrame] = useState<SeatFrame>(noChoices);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const hasRuns = question.runs.length > 0;
  // What is chosen outlives a change elsewhere only as far as the wishes and holdings are still there.
  const asked = choicesIn(question, frame);
  const proposal = useCall('seatPlan', 'propose', asked, { keepPrevious: true, enabled: hasRuns });
  const accept = useOrder('seatPlan', 'accept');
  const seats = (proposal.data?.seats ?? []).filter(({ wishId }) => !left.has(wishId));

  const approve = () =>
    accept.mutate(
      { seats },
      {
        onSuccess: ({ accepted }) => {
          setFrame(noChoices);
          setLeft(new Set());
          offerUndo({
            message: t('seatPlan.accepted', { count: accepted.length }),
            label: t('common.undo'),
            undo: () => call('seatPlan', 'undoAccept', { accepted }),
          });
        },
      },
    );

  return (
    <Page
      kicker={kicker}
      title={t('seatPlan.title')}
      lede={t('seatPlan.lede', { count: question.wishes.length })}
      actions={
        seats.length > 0 && (
          <Button
            loading={accept.isPending}
            disabled={proposal.isFetching || proposal.isError}
            onClick={approve}
          >
            {t('seatPlan.accept', { count: seats.length })}
          </Button>
        )
      }
    >
      <Failure error={accept.error} />
      <Sheet title={t('seatPlan.plan')}>
        <p className="soft seat-how">{t('seatPlan.how')}</p>
        {!hasRuns && <p>{t('seatPlan.noRuns')}</p>}
        <Failure error={proposal.error} />
        <Working busy={proposal.isFetching}>{t('seatPlan.working')}</Working>
        {proposal.data && <Summary question={question} proposal={proposal.data} />}
        <SeatTable
          question={question}
          proposal={proposal.data}
          frame={asked}
          left={left}
          onFrame={setFrame}
          onLeft={setLeft}
        />
      </Sheet>
      {hasRuns && <FrameSheet question={question} frame={asked} onFrame={setFrame} />}
    </Page>
  );
}

/** What the plan reaches, in sentences. */
function Summary({ question, proposal }: { question: SeatQuestion; proposal: SeatProposal }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, seats, together, costOre } = proposal;
  if (status === 'fixedImpossible') return <p className="state-late">{t('seatPlan.fixedImpossible')}</p>;
  // A line never ends inside an amount.
  const amount = (ore: Ore) => moneyText(ore, language).replaceAll(' ', '\u00a0');
  const nameOf = new Map(question.budgets.map(({ id, name }) => [id, name]));
  const sentences = [
    t('seatPlan.summary', { count: seats.length, of: question.wishes.length }),
    together > 0 && t('seatPlan.together', { count: together }),
    seats.length > 0 && t('seatPlan.costs', { amount: amount(costOre) }),
    ...proposal.budgets
      .filter(({ usedOre }) => usedOre > 0)
      .map(({ budgetId, usedOre, leftOre }) =>
        t('seatPlan.used', {
          name: nameOf.get(budgetId) ?? '',
          used: amount(usedOre),
          left: amount(leftOre),
        }),
      ),
    t(status === 'optimal' ? 'seatPlan.proven' : 'seatPlan.timeLimit'),
  ];
  return <p className="seat-summary">{sentences.filter(Boolean).join(' ')}</p>;
}
