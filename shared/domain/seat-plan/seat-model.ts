import {
  clashesIn,
  lookups,
  possibleSeats,
  type Seat,
  type SeatAim,
  type SeatQuestion,
  type SeatWish,
  seatAims,
} from './seat-plan';

/** What a solver answered: `optimal` with the value of each variable, or why not. */
export type ModelAnswer = {
  readonly status: 'optimal' | 'infeasible' | 'timeLimit' | 'other';
  readonly values: Readonly<Record<string, number>>;
};
/** Solves a model in CPLEX LP format. */
export type Solve = (model: string) => Promise<ModelAnswer>;

export type SeatPlan = {
  /** `fixedImpossible`: what the leader has set herself cannot all hold. */
  readonly status: 'optimal' | 'fixedImpossible' | 'timeLimit';
  readonly seats: readonly Seat[];
};

/** Most terms on a line: the format allows 510 characters, and no number or name here is longer than 30. */
const termsPerLine = 8;

/** A sum as the format has it, over several lines; `0 x0` where there is nothing to add. */
function sum(terms: readonly (readonly [number, string])[]): string {
  if (terms.length === 0) return '0 nil';
  const words = terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`);
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += termsPerLine)
    lines.push(words.slice(at, at + termsPerLine).join(' '));
  return lines.join('\n  ');
}

/**
 * Who goes on what: most wishes and needs met, then most leaders on a course with another leader (R002-13), then the
 * lowest cost. Proven by the solver aim by aim; each aim's best is a rule for the next. Places, budgets, days and the
 * number it takes for a course to be held are never broken.
 */
export async function planSeats(question: SeatQuestion, solve: Solve): Promise<SeatPlan> {
  const seats = possibleSeats(question);
  const reached: Partial<Record<SeatAim, number>> = {};
  let best: readonly Seat[] = [];
  for (const aim of seatAims) {
    const answer = await solve(seatModel(question, seats, aim, reached));
    if (answer.status === 'infeasible' || answer.status === 'other')
      return { status: 'fixedImpossible', seats: [] };
    if (answer.status === 'timeLimit') return { status: 'timeLimit', seats: best };
    best = seats.filter((_, at) => (answer.values[`x${at}`] ?? 0) > 0.5);
    reached[aim] = Math.round(
      aimTerms(question, seats, aim).reduce(
        (total, [factor, name]) => total + factor * Math.round(answer.values[name] ?? 0),
        0,
      ),
    );
  }
  return { status: 'optimal', seats: best };
}

type Terms = [number, string][];

function aimTerms(question: SeatQuestion, seats: readonly Seat[], aim: SeatAim): Terms {
  const { wish } = lookups(question);
  if (aim === 'met') return seats.map((_, at) => [1, `x${at}`]);
  if (aim === 'cost') return seats.map(({ wishId }, at) => [0 - wish(wishId).costOre, `x${at}`]);
  return seats.flatMap(({ wishId }, at): Terms => (wish(wishId).isLeader ? [[1, `t${at}`]] : []));
}

/** The model of one aim, in CPLEX LP format; what earlier aims reached stands as rules. */
export function seatModel(
  question: SeatQuestion,
  seats: readonly Seat[],
  aim: SeatAim,
  reached: Partial<Record<SeatAim, number>>,
): string {
  const { wish } = lookups(question);
  const rules: string[] = [];
  const rule = (terms: Terms, relation: '<=' | '>=' | '=', bound: number) => {
    // A sum of nothing is 0: written down only where that breaks the rule, so that the model says it cannot be.
    if (terms.length > 0 || (relation === '>=' ? bound > 0 : relation === '=' ? bound !== 0 : bound < 0))
      rules.push(`c${rules.length}: ${sum(terms)} ${relation} ${bound}`);
  };
  const at = seats.map((seat, index) => ({ seat, name: `x${index}`, together: `t${index}` }));
  const ones = (some: readonly { name: string }[]): Terms => some.map(({ name }) => [1, name]);

  for (const { id } of question.wishes) rule(ones(at.filter(({ seat }) => seat.wishId === id)), '<=', 1);
  for (const [number, { id, seats: free, missing, leadersThere }] of question.runs.entries()) {
    const here = at.filter(({ seat }) => seat.runId === id);
    if (free !== null) rule(ones(here), '<=', free);
    if (missing > 1 && here.length > 0) {
      // Held or not: with fewer than it takes nobody goes.
      rule([...ones(here), [0 - missing, `h${number}`]], '>=', 0);
      for (const { name } of here)
        rule(
          [
            [1, name],
            [-1, `h${number}`],
          ],
          '<=',
          0,
        );
    }
    const leaders = here.filter(({ seat }) => wish(seat.wishId).isLeader);
    for (const { name, together } of leaders) {
      rule(
        [
          [1, together],
          [-1, name],
        ],
        '<=',
        0,
      );
      if (leadersThere === 0)
        rule([[1, together], ...negative(leaders.filter((other) => other.name !== name))], '<=', 0);
    }
  }
  for (const { id, leftOre, leftDays } of question.budgets) {
    const paid = at.filter(({ seat }) => wish(seat.wishId).budgetId === id);
    const upTo = (bound: number, of: (wish: SeatWish) => number) => {
      const terms = paid.map(({ seat, name }): [number, string] => [of(wish(seat.wishId)), name]);
      rule(
        terms.filter(([amount]) => amount !== 0),
        '<=',
        Math.max(0, bound),
      );
    };
    upTo(leftOre, ({ costOre }) => costOre);
    // Half days as whole numbers, so that many of them add up exactly.
    if (leftDays !== null) upTo(leftDays * 2, ({ substituteDays }) => substituteDays * 2);
  }
  for (const [first, second] of clashesIn(question, seats))
    rule(
      [
        [1, `x${first}`],
        [1, `x${second}`],
      ],
      '<=',
      1,
    );
  for (const { wishId, runId } of question.fixed) {
    rule(ones(at.filter(({ seat }) => seat.wishId === wishId && seat.runId === runId)), '=', 1);
  }
  for (const [earlier, value] of Object.entries(reached))
    rule(aimTerms(question, seats, earlier as SeatAim), '>=', value);

  const binaries = [
    ...at.map(({ name }) => name),
    ...at.filter(({ seat }) => wish(seat.wishId).isLeader).map(({ together }) => together),
    ...question.runs.flatMap(({ missing }, number) => (missing > 1 ? [`h${number}`] : [])),
  ];
  return [
    'Maximize',
    `aim: ${sum(aimTerms(question, seats, aim))}`,
    'Subject To',
    ...(rules.length > 0 ? rules : ['c0: 0 nil <= 0']),
    'Bounds',
    '0 <= nil <= 0',
    'Binary',
    ...binaries,
    'End',
  ].join('\n');
}

const negative = (some: readonly { name: string }[]): Terms => some.map(({ name }) => [-1, name]);
