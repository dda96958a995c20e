import { addDays } from '@shared/domain/dates';
import { schoolYearOf } from '@shared/domain/school-year';
import { isTeamKind, usualMinutes } from '@shared/domain/talk-kinds';
import { anneLiseTalks } from './anne-lise-talks';
import type { DemoPromise, DemoTalk } from './demo-talk';
import type { DemoMachine } from './machine';
import { meritLife } from './merit';
import { mus2024 } from './mus-2024';
import { mus2026 } from './mus-2026';
import { otherTalks } from './other-talks';
import { pastTalks } from './past-talks';
import { layBothOpen, rate, writeInCommon } from './rate';
import { type DemoSchool, schoolLife } from './school-life';
import { plannedTeamTalks, teamTalks } from './team-talks';
import { heldThisSeason, planned } from './this-season';
import { yearNotes } from './year-notes';

/** A moment is local wall time, `YYYY-MM-DDTHH:MM`. */
type Event = { readonly at: string; readonly run: () => unknown };
type Subject = { readonly employeeId: string | null; readonly teamId: string | null };
type MadePromise = { readonly id: string; readonly promise: DemoPromise };

/**
 * Plays five years of talks and everything around them, `more` among it, in the order it happened. Answers whose plans
 * are to be signed.
 */
export async function fillHistory(
  demo: DemoMachine,
  school: DemoSchool,
  more: readonly Event[] = [],
): Promise<string[]> {
  const held = [
    ...anneLiseTalks,
    ...pastTalks,
    ...otherTalks,
    ...mus2024,
    ...teamTalks,
    ...heldThisSeason,
    ...mus2026,
  ];
  const coming = [...planned, ...plannedTeamTalks];
  const promises: MadePromise[] = [];
  const talkIds = new Map<DemoTalk, string>();
  const idOf = (talk: DemoTalk) => talkIds.get(talk) ?? '';
  const plan = (talk: DemoTalk, at: string): Event => ({
    at,
    run: async () => {
      talkIds.set(talk, await planTalk(demo, school, talk));
    },
  });

  const events: Event[] = [
    ...schoolLife(demo, school),
    ...more,
    ...meritLife(demo, school),
    ...held.flatMap((talk) => {
      const ratedAt = `${addDays(talk.heldOn, -8)}T14:00`;
      return [
        plan(talk, `${addDays(talk.heldOn, -21)}T08:30`),
        ...(talk.self
          ? [
              {
                at: ratedAt,
                run: () => layBothOpen(demo, idOf(talk), talk, new Date(ratedAt).toISOString()),
              },
            ]
          : []),
        {
          at: `${talk.heldOn}T${talk.startsAt}`,
          run: () => holdTalk(demo, talk, idOf(talk), subjectOf(school, talk), promises),
        },
        ...marksBetweenTalks(demo, talk, promises),
      ];
    }),
    ...coming.flatMap((talk, index) => [
      plan(talk, `2026-11-02T09:${String(10 + index)}`),
      ...(talk.self || talk.leaderRating
        ? [{ at: `2026-11-${String(16 + index)}T14:00`, run: () => rate(demo, idOf(talk), talk) }]
        : []),
    ]),
    ...yearNotes.map(({ who, writtenOn, text }) => ({
      at: `${writtenOn}T15:45`,
      run: () => demo.call('notes', 'add', { about: aboutOf(school, who), writtenOn, text }),
    })),
  ];
  for (const { at, run } of events.sort((a, b) => a.at.localeCompare(b.at))) {
    demo.setNow(at);
    await run();
  }
  demo.setNow('2026-11-20T15:00');
  return held
    .filter((talk) => talk.plan === 'signed')
    .map((talk) => subjectOf(school, talk).employeeId ?? '');
}

function subjectOf(school: DemoSchool, { who, kind = 'MUS' }: DemoTalk): Subject {
  return isTeamKind(kind)
    ? { employeeId: null, teamId: school.teamId(who) }
    : { employeeId: school.employeeId(who), teamId: null };
}

const aboutOf = (school: DemoSchool, who: string) =>
  /^[A-Z]\d\d$/.test(who) ? { employeeId: school.employeeId(who) } : { teamId: school.teamId(who) };

async function planTalk(demo: DemoMachine, school: DemoSchool, talk: DemoTalk): Promise<string> {
  const { kind = 'MUS', heldOn, startsAt, leader, participants, place = 'Kontoret' } = talk;
  const { id } = await demo.call('talks', 'plan', {
    kind,
    ...subjectOf(school, talk),
    leaderId: leader ? school.employeeId(leader) : null,
    heldOn,
    startsAt,
    minutes: usualMinutes[kind],
    place,
    ...(participants && { participants: participants.map(school.employeeId) }),
  });
  if (talk.others) {
    const details = await demo.call('talks', 'get', { id });
    await demo.call('talks', 'save', {
      id,
      heldOn,
      startsAt,
      minutes: details.minutes,
      isFixed: true,
      place,
      leaderName: details.leaderName,
      leaderId: details.leaderId,
      others: talk.others,
      participants: details.participants.map((one) => one.id),
      purpose: details.purpose,
      agenda: details.agenda,
      notForDiscussion: details.notForDiscussion,
    });
  }
  return id;
}

/** Promises that were marked on a day of their own, before the next talk. */
function marksBetweenTalks(demo: DemoMachine, talk: DemoTalk, promises: readonly MadePromise[]): Event[] {
  return (talk.promises ?? []).flatMap((promise): Event[] => {
    const { outcome } = promise;
    if (!outcome?.markedOn) return [];
    const run = async () => {
      const made = promises.find((one) => one.promise === promise);
      const { state, reason } = outcome;
      await demo.call('agreements', 'mark', { id: made?.id ?? '', state, reason, talkId: null });
    };
    return [{ at: `${outcome.markedOn}T15:30`, run }];
  });
}

async function holdTalk(
  demo: DemoMachine,
  talk: DemoTalk,
  talkId: string,
  subject: Subject,
  promises: MadePromise[],
): Promise<void> {
  const schoolYear = schoolYearOf(talk.heldOn);
  const earlier = (await demo.call('agreements', 'earlier', { talkId })).agreements;
  for (const { id, activity } of earlier.filter(({ state }) => state === 'open')) {
    const outcome = promises.find((one) => one.id === id)?.promise.outcome;
    if (!outcome) throw new Error(`Nobody has told what came of “${activity}” before ${talk.heldOn}.`);
    await demo.call('agreements', 'mark', { id, state: outcome.state, reason: outcome.reason, talkId });
  }
  const now = new Date(`${talk.heldOn}T${talk.startsAt}`);
  if (talk.agreed) writeInCommon(demo, talkId, 'agreed', talk.agreed, now);
  if (talk.team) writeInCommon(demo, talkId, 'team', talk.team, now);
  for (const [index, text] of (talk.notes ?? []).entries()) {
    if (text) await demo.call('talks', 'saveNote', { talkId, area: index + 1, text });
  }
  const { employeeId } = subject;
  if (talk.teachingGoals && employeeId) {
    await demo.call('trainingPlans', 'saveGoals', { employeeId, schoolYear, text: talk.teachingGoals });
  }
  for (const promise of talk.promises ?? []) {
    const id = await savePromise(demo, promise, { talkId, ...subject, schoolYear });
    promises.push({ id, promise });
  }
  await demo.call('talks', 'close', { id: talkId, emptyPlanReason: '' });
  if (employeeId && (talk.plan === 'agreed' || talk.plan === 'signed')) {
    const { plan } = await demo.call('trainingPlans', 'get', { employeeId, schoolYear });
    await demo.call('trainingPlans', 'agree', { planId: plan?.id ?? '' });
  }
}

async function savePromise(
  demo: DemoMachine,
  { plan, outcome: _outcome, ...words }: DemoPromise,
  place: Subject & { talkId: string; schoolYear: string },
): Promise<string> {
  const { priorities } = await demo.call('school', 'priorities', {});
  const line = plan && {
    cell: plan.cell,
    priorityId: priorities.find(({ name }) => name === plan.priority)?.id ?? null,
    taskKind: plan.intended ? ('intended' as const) : ('present' as const),
    taskName: plan.task,
  };
  return (await demo.call('agreements', 'save', { ...words, ...place, plan: line ?? null })).id;
}
