import {
  type MeritMove,
  type MeritRole,
  type MeritState,
  type MeritVerdict,
  meritRoles,
} from './merit-states';
import { refuse, type Text } from './text';

/** What one of the two says in a round: alone, by name, with a reason. */
export type MeritPosition = {
  readonly round: number;
  readonly role: MeritRole;
  readonly name: string;
  readonly verdict: MeritVerdict;
  /** Points of a `partly`; null with every other verdict. */
  readonly ects: number | null;
  readonly reason: string;
};

/** A case as far as the rules need it. Points are ECTS. */
export type MeritCase = {
  readonly state: MeritState;
  readonly round: number;
  readonly applicantName: string;
  /** Points applied for: what the applicant lacked of the requirement. */
  readonly applied: number;
  /** Points granted; null until decided. */
  readonly ects: number | null;
  readonly positions: readonly MeritPosition[];
};

/** Who does something to a case: the applicant through her school, or the two who decide. */
export type MeritParty = 'applicant' | 'deciders';

type Rule = {
  readonly from: readonly MeritState[];
  readonly to: MeritState;
  readonly by: MeritParty;
  /** A new round of positions begins; all earlier rounds stay. */
  readonly beginsRound: boolean;
  readonly needsReason: boolean;
};

const decided = ['granted', 'partly', 'refused'] as const satisfies readonly MeritState[];

/**
 * Every move but the positions: who may do it, in which states, and where it leads (DOMAIN 4.6). None of them leads to a
 * decision: only two positions do.
 */
export const meritMoveRules: Readonly<Record<MeritMove, Rule>> = {
  submit: { from: ['draft'], to: 'submitted', by: 'applicant', beginsRound: false, needsReason: false },
  // A new round, so that a position on the application as it was can never count for the one that is changed now.
  takeBack: { from: ['submitted'], to: 'draft', by: 'applicant', beginsRound: true, needsReason: false },
  answer: {
    from: ['moreInformation'],
    to: 'submitted',
    by: 'applicant',
    beginsRound: true,
    needsReason: true,
  },
  meet: { from: ['disagreement'], to: 'submitted', by: 'deciders', beginsRound: true, needsReason: true },
  complain: {
    from: ['partly', 'refused'],
    to: 'submitted',
    by: 'applicant',
    beginsRound: true,
    needsReason: true,
  },
  reopen: { from: decided, to: 'submitted', by: 'deciders', beginsRound: true, needsReason: true },
  withdraw: {
    from: ['draft', 'submitted', 'moreInformation', 'disagreement'],
    to: 'withdrawn',
    by: 'applicant',
    beginsRound: false,
    needsReason: true,
  },
  resume: { from: ['withdrawn'], to: 'draft', by: 'applicant', beginsRound: true, needsReason: true },
};

/** Whether the case stands decided, by both. */
export const isDecided = (state: MeritState): state is (typeof decided)[number] =>
  (decided as readonly MeritState[]).includes(state);

/** States in which application and evidence may be changed. */
export const isWritable = (state: MeritState): boolean => state === 'draft' || state === 'moreInformation';

/** Positions of the round the case is in. */
export const currentPositions = <P extends { readonly round: number }>(one: {
  readonly round: number;
  readonly positions: readonly P[];
}): readonly P[] => one.positions.filter(({ round }) => round === one.round);

/**
 * Moves that are open now, in the order of the table. Taking back only while nobody has spoken; withdrawing only what
 * has been handed in once, since a first draft can simply be removed.
 */
export function openMoves(one: MeritCase): readonly MeritMove[] {
  return (Object.keys(meritMoveRules) as MeritMove[]).filter(
    (move) =>
      meritMoveRules[move].from.includes(one.state) &&
      (move !== 'takeBack' || currentPositions(one).length === 0) &&
      (move !== 'withdraw' || one.state !== 'draft' || one.round > 1),
  );
}

/** The roles that have not spoken in this round; empty when the case does not wait for positions. */
export const missingRoles = (one: MeritCase): readonly MeritRole[] =>
  one.state === 'submitted'
    ? meritRoles.filter((role) => currentPositions(one).every((position) => position.role !== role))
    : [];

/** What two positions of one round decide, for so many points applied for (ECTS). */
export function outcome(
  [first, second]: readonly [MeritPosition, MeritPosition],
  applied: number,
): { state: MeritState; ects: number | null } {
  const verdicts = [first.verdict, second.verdict];
  const both = (verdict: MeritVerdict) => verdicts.every((one) => one === verdict);
  if (verdicts.includes('moreInformation')) return { state: 'moreInformation', ects: null };
  if (both('yes')) return { state: 'granted', ects: applied };
  if (both('no')) return { state: 'refused', ects: 0 };
  if (both('partly') && first.ects === second.ects) return { state: 'partly', ects: first.ects };
  return { state: 'disagreement', ects: null };
}

/** Where a case in `submitted` stands with the positions it has: decided only when both roles have spoken. */
export function settle(one: MeritCase): Pick<MeritCase, 'state' | 'ects'> {
  const positions = currentPositions(one);
  const [chief, hr] = meritRoles.map((role) => positions.find((position) => position.role === role));
  if (one.state !== 'submitted' || !chief || !hr || isSamePerson(chief.name, hr.name)) return one;
  return outcome([chief, hr], one.applied);
}

/** Does a move. Throws `conflict` where it is not open, `invalid` when its reason is missing. Changes nothing itself. */
export function move(one: MeritCase, name: MeritMove, reason: string): MeritCase {
  const rule = meritMoveRules[name];
  if (!openMoves(one).includes(name)) throw refuse('conflict', notNow(one, name));
  if (rule.needsReason && reason.trim() === '') {
    const text = { da: 'Skriv en begrundelse.', en: 'Give a reason.' };
    throw refuse('invalid', text, { reason: text });
  }
  return { ...one, state: rule.to, round: one.round + (rule.beginsRound ? 1 : 0), ects: null };
}

/**
 * One of the two takes position. The second position of a round decides. Throws `conflict` when the case does not wait
 * for this role, `invalid` when name, points or reason are missing, or when one person would speak twice.
 */
export function takePosition(one: MeritCase, position: Omit<MeritPosition, 'round'>): MeritCase {
  if (!missingRoles(one).includes(position.role)) throw refuse('conflict', notWaiting(one, position.role));
  const fields = positionFaults(one, position);
  const [first] = Object.values(fields);
  if (first) throw refuse('invalid', first, fields);
  const next = {
    ...one,
    positions: [...one.positions, { ...position, ects: pointsOf(position), round: one.round }],
  };
  return { ...next, ...settle(next) };
}

const pointsOf = ({ verdict, ects }: Pick<MeritPosition, 'verdict' | 'ects'>) =>
  verdict === 'partly' ? ects : null;

/** What is wrong with a position, by field. */
function positionFaults(one: MeritCase, position: Omit<MeritPosition, 'round'>): Record<string, Text> {
  const { name, verdict, ects, reason } = position;
  const faults: Record<string, Text> = {};
  const other = currentPositions(one)[0];
  if (bareName(name) === '') faults.name = { da: 'Skriv dit navn.', en: 'Enter your name.' };
  else if (other && isSamePerson(other.name, name)) {
    faults.name = {
      da: `${other.name} har allerede taget stilling. To forskellige personer skal tage stilling.`,
      en: `${other.name} has already taken a position. Two different people must take a position.`,
    };
  } else if (isSamePerson(one.applicantName, name)) {
    faults.name = {
      da: 'Ansøgeren kan ikke selv tage stilling til sin ansøgning.',
      en: 'Applicants cannot take a position on their own application.',
    };
  }
  if (verdict === 'partly' && !isPartOf(ects, one.applied)) {
    const most = String(one.applied);
    faults.ects = {
      da: `Skriv et antal ECTS over 0 og under ${most.replace('.', ',')}, højst med én halv.`,
      en: `Enter a number of ECTS above 0 and below ${most}, in steps of one half.`,
    };
  }
  if (reason.trim() === '') faults.reason = { da: 'Skriv en begrundelse.', en: 'Give a reason.' };
  return faults;
}

const isPartOf = (ects: number | null, applied: number): boolean =>
  ects !== null && ects > 0 && ects < applied && Number.isInteger(ects * 2);

/** Names as people compare them: letters alone, whatever the case, spacing and accents' encoding. */
const bareName = (name: string) =>
  name
    .normalize('NFKC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** Whether two written names are the same person's. */
export const isSamePerson = (a: string, b: string): boolean => bareName(a) === bareName(b);

function notWaiting(one: MeritCase, role: MeritRole): Text {
  const chief = role === 'developmentChief';
  if (one.state === 'submitted') {
    return chief
      ? {
          da: 'Udviklingschefen har allerede taget stilling i denne runde.',
          en: 'The head of development has already taken a position in this round.',
        }
      : {
          da: 'HR-chefen har allerede taget stilling i denne runde.',
          en: 'The HR chief has already taken a position in this round.',
        };
  }
  return {
    da: 'Ansøgningen venter ikke på en stillingtagen nu.',
    en: 'The application does not await a position now.',
  };
}

function notNow(one: MeritCase, name: MeritMove): Text {
  if (name === 'takeBack' && one.state === 'submitted') {
    return {
      da: 'En af de to har allerede taget stilling. Træk ansøgningen tilbage med en begrundelse i stedet.',
      en: 'One of the two has already taken a position. Withdraw the application with a reason instead.',
    };
  }
  return {
    da: 'Det kan ikke gøres, som sagen står nu. Se, hvad der er sket siden.',
    en: 'That cannot be done as the case stands now. See what has happened since.',
  };
}
