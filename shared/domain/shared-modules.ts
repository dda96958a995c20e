import { dayText } from './day-text';
import type { Text } from './text';

/** A module somebody has planned and not begun. */
export type PlannedModule = {
  readonly title: string;
  readonly provider: string;
  readonly ects: number;
  readonly startedOn: string | null;
};

/** A leader as the search for shared modules sees her. */
export type ModuleSeeker = {
  readonly employeeId: string;
  readonly name: string;
  /** Points she has neither earned nor under way nor planned. */
  readonly missing: number;
  /** The day she must have begun; null once she has. */
  readonly beginBy: string | null;
  /** What her requirement is called, for one whose parts all have a module. */
  readonly requirementName: string;
  /** Names of the requirement's parts. */
  readonly parts: readonly string[];
  /** Titles of everything in her ledger. */
  readonly titles: readonly string[];
  readonly planned: readonly PlannedModule[];
  /** Her application for merit is not decided, so nobody knows yet what she lacks. */
  readonly waits: boolean;
};

export type SharedModule = PlannedModule & {
  /** Who has it planned already, when the others can go with her. */
  readonly joins: { readonly employeeId: string; readonly name: string } | null;
  /** Whom it is to be planned for. */
  readonly leaders: readonly {
    readonly employeeId: string;
    readonly name: string;
    readonly missing: number;
  }[];
  /** The rule in words: who lacks what, and until when. */
  readonly reason: Text;
};

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Whether a module of this title stands in her ledger, or one that is named after this part. */
function has({ titles }: ModuleSeeker, name: string): boolean {
  return titles.some((title) => plain(title).includes(plain(name)));
}

/** What her next module can be about: parts of the requirement without a module, else the requirement itself. */
function subjects(seeker: ModuleSeeker): string[] {
  const open = seeker.parts.filter((part) => !has(seeker, part));
  return open.length > 0 ? open : [seeker.requirementName];
}

/** Points of one module when what is missing is shared out evenly among what it can be about; whole or half. */
function pointsEach(seeker: ModuleSeeker): number {
  return Math.max(0.5, Math.floor((2 * seeker.missing) / subjects(seeker).length) / 2);
}

/**
 * Where two or more leaders could take the same module in the same period (R002-13). First, who could join one that
 * somebody has planned, if it begins before her own deadline; then, who lack a module about the same. Nobody is in two
 * suggestions, and whoever waits for a decision on merit is in none. `seekers` decide the order.
 */
export function sharedModules(seekers: readonly ModuleSeeker[], today: string): SharedModule[] {
  const free = new Map(
    seekers.filter(({ missing, waits }) => missing > 0 && !waits).map((one) => [one.employeeId, one]),
  );
  const found: SharedModule[] = [];

  for (const owner of seekers) {
    for (const module of owner.planned) {
      const joining = [...free.values()].filter(
        (one) =>
          one.employeeId !== owner.employeeId && !has(one, module.title) && beginsInTime(module, one, today),
      );
      if (joining.length === 0 || (module.startedOn !== null && module.startedOn < today)) continue;
      found.push({
        ...module,
        joins: { employeeId: owner.employeeId, name: owner.name },
        leaders: joining.map(shown),
        reason: joinReason(owner, module, joining),
      });
      for (const { employeeId } of [...joining, owner]) free.delete(employeeId);
    }
  }

  for (;;) {
    const groups = new Map<string, { title: string; members: ModuleSeeker[] }>();
    for (const one of free.values()) {
      for (const title of new Map(subjects(one).map((subject) => [plain(subject), subject])).values()) {
        const group = groups.get(plain(title)) ?? { title, members: [] };
        group.members.push(one);
        groups.set(plain(title), group);
      }
    }
    const largest = [...groups.values()].reduce<{ title: string; members: ModuleSeeker[] } | null>(
      (best, group) => (group.members.length > (best?.members.length ?? 1) ? group : best),
      null,
    );
    if (!largest) return found;
    const { title, members } = largest;
    const pressing = mostPressing(members);
    found.push({
      title,
      provider: '',
      ects: Math.min(...members.map(pointsEach)),
      startedOn: pressing && (pressing.beginBy < today ? today : pressing.beginBy),
      joins: null,
      leaders: members.map(shown),
      reason: newReason(title, members, pressing),
    });
    for (const { employeeId } of members) free.delete(employeeId);
  }
}

const shown = ({ employeeId, name, missing }: ModuleSeeker) => ({ employeeId, name, missing });

/** A module without a date can still be laid in time; one that comes after the deadline cannot. */
function beginsInTime({ startedOn }: PlannedModule, { beginBy }: ModuleSeeker, today: string): boolean {
  if (startedOn === null || beginBy === null) return true;
  return startedOn <= beginBy || beginBy < today;
}

function mostPressing(members: readonly ModuleSeeker[]): (ModuleSeeker & { beginBy: string }) | null {
  const waiting = members.filter((one): one is ModuleSeeker & { beginBy: string } => one.beginBy !== null);
  return waiting.reduce<(ModuleSeeker & { beginBy: string }) | null>(
    (first, one) => (first === null || one.beginBy < first.beginBy ? one : first),
    null,
  );
}

/** "Thomas mangler 10 point, Lone 5." */
function lacks(members: readonly ModuleSeeker[]): Text {
  const say = (decimals: Intl.NumberFormat, first: string, rest: string) =>
    members
      .map(({ name, missing }, index) =>
        `${name} ${index === 0 ? first : rest}`.replace('#', decimals.format(missing)),
      )
      .join(', ');
  return {
    da: `${say(danish, 'mangler # point', '#')}.`,
    en: `${say(english, 'lacks # points', '#')}.`,
  };
}
const [danish, english] = [new Intl.NumberFormat('da-DK'), new Intl.NumberFormat('en-GB')];

function joinReason(owner: ModuleSeeker, { title }: PlannedModule, joining: readonly ModuleSeeker[]): Text {
  const { da, en } = lacks(joining);
  return {
    da: `${owner.name} har planlagt »${title}«. ${da}`,
    en: `${owner.name} has planned “${title}”. ${en}`,
  };
}

function newReason(
  title: string,
  members: readonly ModuleSeeker[],
  pressing: (ModuleSeeker & { beginBy: string }) | null,
): Text {
  const { da, en } = lacks(members);
  const [who, day] = pressing ? [pressing.name, dayText(pressing.beginBy)] : ['', { da: '', en: '' }];
  return {
    da: `${da} Ingen af dem har et modul om »${title}«.${pressing ? ` ${who} skal være begyndt senest ${day.da}.` : ''}`,
    en: `${en} None of them has a module about “${title}”.${pressing ? ` ${who} must have begun by ${day.en}.` : ''}`,
  };
}
