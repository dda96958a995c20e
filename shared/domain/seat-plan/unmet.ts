import { possibleSeats, type Seat, type SeatQuestion, seatBreaches } from './seat-plan';

/** Why a wish got no seat, the plainest reason first. */
export const unmetReasons = [
  'notOffered',
  'ruledOut',
  'notFree',
  'full',
  'overBudget',
  'overlap',
  'tooFew',
  'others',
] as const;
export type UnmetReason = (typeof unmetReasons)[number];

const reasonOf: Readonly<Record<string, UnmetReason>> = {
  seats: 'full',
  budget: 'overBudget',
  overlap: 'overlap',
  tooFew: 'tooFew',
};

/**
 * Why each wish without a seat has none, seen from the plan as it lies: what would break if she were given one. `others`
 * where nothing would, which an optimal plan never leaves.
 */
export function unmetWishes(
  question: SeatQuestion,
  seats: readonly Seat[],
): { wishId: string; reason: UnmetReason }[] {
  const met = new Set(seats.map(({ wishId }) => wishId));
  const possible = possibleSeats(question);
  const thinkable = possibleSeats({ ...question, notFree: [] });
  const allowed = possibleSeats({ ...question, notFree: [], ruledOut: [] });
  return question.wishes
    .filter(({ id }) => !met.has(id))
    .map(({ id: wishId }) => {
      const of = (some: readonly Seat[]) => some.filter((seat) => seat.wishId === wishId);
      if (of(allowed).length === 0) return { wishId, reason: 'notOffered' };
      if (of(thinkable).length === 0) return { wishId, reason: 'ruledOut' };
      if (of(possible).length === 0) return { wishId, reason: 'notFree' };
      const found = of(possible).flatMap((seat) =>
        seatBreaches(question, [...seats, seat]).flatMap((breach) => reasonOf[breach] ?? []),
      );
      return { wishId, reason: unmetReasons.find((reason) => found.includes(reason)) ?? 'others' };
    });
}
