import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { moneyText } from '@shared/domain/money';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import type { SeatFrame, SeatProposal, SeatQuestion } from './SeatPlanPage';

type Wish = SeatQuestion['wishes'][number];

/** Nothing set by hand. */
export const noChoices: SeatFrame = { fixed: [], ruledOut: [], seats: [], budgets: [] };

/** The choices that still mean something. */
export function choicesIn({ wishes, runs, budgets }: SeatQuestion, frame: SeatFrame): SeatFrame {
  const ids = new Set([...wishes, ...runs, ...budgets].map(({ id }) => id));
  const known = ({ wishId, runId }: { wishId: string; runId: string }) => ids.has(wishId) && ids.has(runId);
  return {
    fixed: frame.fixed.filter(known),
    ruledOut: frame.ruledOut.filter(known),
    seats: frame.seats.filter(({ runId }) => ids.has(runId)),
    budgets: frame.budgets.filter(({ budgetId }) => ids.has(budgetId)),
  };
}

type SeatTableProps = {
  question: SeatQuestion;
  proposal: SeatProposal | undefined;
  frame: SeatFrame;
  /** Wishes whose proposed seat is not approved now. */
  left: ReadonlySet<string>;
  onFrame: (frame: SeatFrame) => void;
  onLeft: (left: ReadonlySet<string>) => void;
};

/** Every wish with the seat it is given, or why it has none; each seat can be chosen by hand. */
export function SeatTable({ question, proposal, frame, left, onFrame, onLeft }: SeatTableProps) {
  const { t } = useTranslation();
  const seatOf = new Map(proposal?.seats.map(({ wishId, runId }) => [wishId, runId]));
  const reasonOf = new Map(proposal?.unmet.map(({ wishId, reason }) => [wishId, reason]));
  const toggle = (wishId: string) => {
    const next = new Set(left);
    if (!next.delete(wishId)) next.add(wishId);
    onLeft(next);
  };
  const isChosen = (wishId: string) => frame.fixed.some((one) => one.wishId === wishId);
  const isTouched = frame.fixed.length + frame.ruledOut.length > 0;
  return (
    <>
      <table className="table seat-table">
        <thead>
          <tr>
            <th scope="col" className="seat-tick">
              <span className="visually-hidden">{t('seatPlan.approve')}</span>
            </th>
            <th scope="col">{t('seatPlan.person')}</th>
            <th scope="col">{t('seatPlan.wish')}</th>
            <th scope="col">{t('seatPlan.seat')}</th>
            <th scope="col" className="figure">
              {t('seatPlan.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {question.wishes.map((wish) => {
            const runId = seatOf.get(wish.id);
            // While the chosen seats cannot hold, nothing is said of the others: they are not shared out yet.
            const isSaid = proposal?.status !== 'fixedImpossible' || isChosen(wish.id);
            const found = reasonOf.get(wish.id);
            const reason = isSaid || found === 'notOffered' ? found : undefined;
            return (
              <tr key={wish.id}>
                <td>
                  {runId && (
                    <Checkbox
                      aria-label={t('seatPlan.include', { name: wish.employeeName, title: wish.title })}
                      checked={!left.has(wish.id)}
                      onChange={() => toggle(wish.id)}
                    />
                  )}
                </td>
                <PersonCell wish={wish} />
                <td>{wish.title}</td>
                <td>
                  <SeatChoice
                    wish={wish}
                    runId={runId}
                    isProposed={proposal !== undefined && proposal.status !== 'fixedImpossible'}
                    question={question}
                    frame={frame}
                    onFrame={onFrame}
                  />
                  {reason && (
                    <div>
                      <StateWord tone={isChosen(wish.id) ? 'late' : 'quiet'}>
                        {t(`seatPlan.reasons.${reason}`)}
                      </StateWord>
                    </div>
                  )}
                </td>
                <CostCell wish={wish} />
              </tr>
            );
          })}
        </tbody>
      </table>
      {isTouched && (
        <Button
          mt="sm"
          size="compact-sm"
          variant="default"
          onClick={() => onFrame({ ...frame, fixed: [], ruledOut: [] })}
        >
          {t('seatPlan.reset')}
        </Button>
      )}
    </>
  );
}

function PersonCell({ wish }: { wish: Wish }) {
  const { t } = useTranslation();
  return (
    <td>
      <Link to="/employees/$employeeId" params={{ employeeId: wish.employeeId }} className="plain-link">
        {wish.employeeName}
      </Link>
      {wish.isLeader && <span className="soft small"> {t('seatPlan.leader')}</span>}
    </td>
  );
}

function CostCell({ wish }: { wish: Wish }) {
  const language = useLanguage();
  return <td className="figure">{moneyText(wish.costOre, language)}</td>;
}

type SeatChoiceProps = Pick<SeatTableProps, 'question' | 'frame' | 'onFrame'> & {
  wish: Wish;
  runId: string | undefined;
  /** There is a proposal to speak of. */
  isProposed: boolean;
};

/** As proposed, one of the holdings, or none. */
function SeatChoice({ wish, runId, isProposed, question, frame, onFrame }: SeatChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const runs = question.runs.filter(({ itemId }) => itemId === wish.itemId);
  if (runs.length === 0) return null;
  const words = ({ startsOn, place }: (typeof runs)[number]) =>
    [shortDate(startsOn, language), place].filter(Boolean).join(', ');
  const given = runs.find(({ id }) => id === runId);
  const fixed = frame.fixed.find(({ wishId }) => wishId === wish.id);
  const isOut = frame.ruledOut.some(({ wishId }) => wishId === wish.id);
  const choose = (value: string) => {
    const others = {
      fixed: frame.fixed.filter(({ wishId }) => wishId !== wish.id),
      ruledOut: frame.ruledOut.filter(({ wishId }) => wishId !== wish.id),
    };
    if (value === 'none')
      onFrame({
        ...frame,
        ...others,
        ruledOut: [...others.ruledOut, ...runs.map(({ id }) => ({ wishId: wish.id, runId: id }))],
      });
    else if (value === 'plan') onFrame({ ...frame, ...others });
    else onFrame({ ...frame, ...others, fixed: [...others.fixed, { wishId: wish.id, runId: value }] });
  };
  const proposed =
    isProposed && !fixed && !isOut
      ? t('seatPlan.proposed', { seat: given ? words(given) : t('seatPlan.noSeatWord') })
      : t('seatPlan.byPlan');
  return (
    <NativeSelect
      size="xs"
      aria-label={t('seatPlan.seatOf', { name: wish.employeeName, title: wish.title })}
      value={fixed ? fixed.runId : isOut ? 'none' : 'plan'}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: 'plan', label: proposed },
        ...runs.map((run) => ({ value: run.id, label: t('seatPlan.setByYou', { seat: words(run) }) })),
        { value: 'none', label: t('seatPlan.noSeat') },
      ]}
    />
  );
}
