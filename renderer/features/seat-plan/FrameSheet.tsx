import { moneyText } from '@shared/domain/money';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { MoneyField } from '../../ui/MoneyField';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { WholeNumberField } from '../../ui/WholeNumberField';
import type { SeatFrame, SeatQuestion } from './SeatPlanPage';

type FrameSheetProps = {
  question: SeatQuestion;
  frame: SeatFrame;
  onFrame: (frame: SeatFrame) => void;
};

/** Seats and money as they would be, to see what more would give. */
export function FrameSheet({ question, frame, onFrame }: FrameSheetProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const seatsOf = new Map(frame.seats.map(({ runId, seats }) => [runId, seats]));
  const paying = new Set(question.wishes.map(({ budgetId }) => budgetId));
  // A budget that no wish is to be paid by cannot change anything here.
  const budgets = question.budgets.filter(({ id }) => paying.has(id));
  const leftOf = new Map(frame.budgets.map(({ budgetId, leftOre }) => [budgetId, leftOre]));
  const setSeats = (runId: string, seats: number) =>
    onFrame({ ...frame, seats: [...frame.seats.filter((one) => one.runId !== runId), { runId, seats }] });
  const setLeft = (budgetId: string, leftOre: number) =>
    onFrame({
      ...frame,
      budgets: [...frame.budgets.filter((one) => one.budgetId !== budgetId), { budgetId, leftOre }],
    });
  return (
    <Sheet title={t('seatPlan.frame')}>
      <p className="soft">{t('seatPlan.frameText')}</p>
      <div className="seat-frame">
        <table className="table seat-frame-table">
          <thead>
            <tr>
              <th scope="col">{t('seatPlan.run')}</th>
              <th scope="col" className="seat-figure">
                {t('seatPlan.freeSeats')}
              </th>
            </tr>
          </thead>
          <tbody>
            {question.runs.map(({ id, title, startsOn, place, seats, missing }) => (
              <tr key={id}>
                <td>
                  {title}
                  <div className="soft small">
                    {[
                      shortDate(startsOn, language),
                      place,
                      missing > 0 && t('seatPlan.missing', { count: missing }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td>
                  {seats === null ? (
                    <span className="soft">{t('seatPlan.unlimited')}</span>
                  ) : (
                    <WholeNumberField
                      aria-label={t('seatPlan.freeSeatsOf', { title, date: shortDate(startsOn, language) })}
                      min={0}
                      max={10_000}
                      value={seatsOf.get(id) ?? seats}
                      onChange={(value) => setSeats(id, value)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {budgets.length > 0 && (
          <table className="table seat-frame-table">
            <thead>
              <tr>
                <th scope="col">{t('seatPlan.budget')}</th>
                <th scope="col" className="seat-figure">
                  {t('seatPlan.left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {budgets.map(({ id, name, leftOre }) => (
                <tr key={id}>
                  <td>
                    {name}
                    {leftOre < 0 && <div className="state-late small">{moneyText(leftOre, language)}</div>}
                  </td>
                  <td>
                    <MoneyField
                      aria-label={t('seatPlan.leftOf', { name })}
                      value={leftOf.get(id) ?? Math.max(0, leftOre)}
                      onChange={(value) => value !== null && setLeft(id, value)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Sheet>
  );
}
