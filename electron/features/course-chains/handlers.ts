import { randomUUID } from 'node:crypto';
import type { courseChains as contract } from '@shared/contract/course-chains';
import { learningLeadershipChain } from '@shared/domain/course-chain';
import { danishOrder } from '@shared/domain/danish-order';
import { groupBy } from '@shared/domain/group-by';
import { asc, eq, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import { creditedModules, solvedModules, stepRows, theChain } from '../../data/queries/course-chains';
import { standingItems } from '../../data/queries/programme';
import { theEmployee } from '../../data/queries/staff';
import { teamsInOrder } from '../../data/queries/subjects';
import { chainSteps, courseChains, surveyRounds } from '../../data/schema/course-chains';
import type { Handlers } from '../context';
import { roundHandlers, roundsOf } from './rounds';
import { stepHandlers } from './steps';

const entry = audited('courseChain');

export const courseChainsHandlers: Handlers<typeof contract> = {
  ...stepHandlers,
  ...roundHandlers,

  list({ db }) {
    const steps = groupBy(stepRows(db), ({ chainId }) => chainId);
    const solved = groupBy(solvedModules(db), ({ chainId }) => chainId);
    const rounds = groupBy(
      db.select().from(surveyRounds).where(isNull(surveyRounds.removedAt)).all(),
      ({ chainId }) => chainId,
    );
    return {
      chains: db
        .select()
        .from(courseChains)
        .where(isNull(courseChains.removedAt))
        .orderBy(asc(courseChains.createdAt), asc(courseChains.id))
        .all()
        .map(({ id, title }) => ({
          id,
          title,
          steps: steps.get(id)?.length ?? 0,
          modules: (steps.get(id) ?? []).filter(({ kind }) => kind === 'module').length,
          solved: solved.get(id)?.length ?? 0,
          teams: new Set((solved.get(id) ?? []).map(({ teamId }) => teamId)).size,
          rounds: rounds.get(id)?.length ?? 0,
        })),
    };
  },

  get({ db }, { id }) {
    const { title, purpose } = theChain(db, id);
    const rounds = roundsOf(db, id);
    const solved = solvedModules(db, id);
    const credited = groupBy(creditedModules(db, { chainId: id }), keyOf);
    const items = standingItems(db)
      .map((item) => ({ id: item.id, title: item.title }))
      .sort((a, b) => danishOrder.compare(a.title, b.title));
    const itemTitles = new Map(items.map((item) => [item.id, item.title]));
    const standing = teamsInOrder(db).map((team) => ({ id: team.id, name: team.name }));
    const known = new Set(standing.map((team) => team.id));
    const former = solved
      .filter(({ teamId }) => !known.has(teamId))
      .map(({ teamId, teamName }) => [teamId, { id: teamId, name: teamName }] as const);
    return {
      id,
      title,
      purpose,
      steps: stepRows(db, id).map(
        ({ chainTitle: _, chainId: __, position: ___, removedAt: ____, ...step }) => ({
          ...step,
          itemTitle: itemTitles.get(step.itemId ?? '') ?? '',
          results: rounds.flatMap((round) =>
            round.results
              .filter(({ stepIds }) => stepIds.includes(step.id))
              .map((result) => ({ id: result.id, text: result.text, roundTitle: round.title })),
          ),
        }),
      ),
      rounds,
      teams: [...standing, ...new Map(former).values()],
      solved: solved.map(({ stepId, teamId, completedOn, note }) => ({
        stepId,
        teamId,
        completedOn,
        note,
        members: (credited.get(keyOf({ stepId, teamId })) ?? []).map(({ employeeId, name }) => ({
          employeeId,
          name,
        })),
      })),
      items,
    };
  },

  save(context, { id: given, title, purpose }) {
    const id = given ?? randomUUID();
    return context.write(entry('saved', id, ['title', 'purpose']), (db) => {
      if (given) {
        theChain(db, given);
        db.update(courseChains).set({ title, purpose }).where(eq(courseChains.id, id)).run();
      } else {
        const createdAt = context.now().toISOString();
        db.insert(courseChains).values({ id, title, purpose, createdAt }).run();
      }
      return { id };
    });
  },

  begin(context) {
    const id = randomUUID();
    const { title, purpose, steps } = learningLeadershipChain(context.language());
    return context.write(entry('begun', id, ['title', 'purpose', 'steps']), (db) => {
      const createdAt = context.now().toISOString();
      db.insert(courseChains).values({ id, title, purpose, createdAt }).run();
      for (const [position, step] of steps.entries()) {
        db.insert(chainSteps)
          .values({ id: randomUUID(), chainId: id, ...step, position })
          .run();
      }
      return { id };
    });
  },

  remove(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theChain(db, id);
      const removedAt = context.now().toISOString();
      db.update(courseChains).set({ removedAt }).where(eq(courseChains.id, id)).run();
      return {};
    });
  },

  restore(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      theChain(db, id, { removed: true });
      db.update(courseChains).set({ removedAt: null }).where(eq(courseChains.id, id)).run();
      return {};
    });
  },

  forEmployee({ db }, { employeeId }) {
    theEmployee(db, employeeId);
    const credits = groupBy(creditedModules(db, { employeeId }), ({ stepId }) => stepId);
    const chains = groupBy(
      stepRows(db).filter(({ kind }) => kind === 'module'),
      ({ chainId }) => chainId,
    );
    return {
      chains: [...chains].map(([id, modules]) => ({
        id,
        title: modules[0]?.chainTitle ?? '',
        modules: modules.map(({ id: stepId, title }) => ({
          stepId,
          title,
          credits: (credits.get(stepId) ?? []).map(({ teamName, completedOn }) => ({
            teamName,
            on: completedOn,
          })),
        })),
      })),
    };
  },
};

const keyOf = ({ stepId, teamId }: { stepId: string; teamId: string }) => `${stepId} ${teamId}`;
