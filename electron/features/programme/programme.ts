import { randomUUID } from 'node:crypto';
import type { programme as contract } from '@shared/contract/programme';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { demandWithoutSupply, plansPerItem } from '@shared/domain/programme-demand';
import { asc, eq } from 'drizzle-orm';
import {
  demandLines,
  lineagesByItem,
  namedCompetences,
  nextRuns,
  programmeUpdatedAt,
  readRuns,
  requests,
  standingItems,
  tagsByItem,
  theItem,
} from '../../data/queries/programme';
import { expertsFor } from '../../data/queries/programme-experts';
import { actionsFor, addToPlan, undoAddToPlan } from '../../data/queries/programme-match';
import { programmePrint } from '../../data/queries/programme-print';
import { theAgreement } from '../../data/queries/write-agreement';
import { teachingQualifications } from '../../data/schema/employees';
import {
  courseRuns,
  programmeItemCompetences,
  programmeItemTags,
  programmeRequests,
} from '../../data/schema/programme';
import { priorities } from '../../data/schema/school';
import type { Handlers } from '../context';
import { itemHandlers } from './items';
import { runHandlers } from './runs';
import { sharePage } from './share-page';

/** The development programme (R002-20 … R002-23): what there is to learn, who asks for it, and what nobody offers. */
export const programmeHandlers: Handlers<typeof contract> = {
  list({ db, now }, { schoolYear }) {
    const items = standingItems(db);
    const lineages = lineagesByItem(db);
    const tags = tagsByItem(db);
    const runs = nextRuns(db, localDate(now()));
    const plans = plansPerItem(requests(db, schoolYear));
    const names = namedCompetences(db);
    const used = new Set([...lineages.values()].flat());
    return {
      items: items
        .map((item) => ({
          id: item.id,
          title: item.title,
          kind: item.kind,
          level: item.level,
          form: item.form,
          provider: item.provider,
          ects: item.ects,
          qualification: item.qualification,
          subject: item.subject,
          feeOre: item.feeOre,
          nextRun: runs.get(item.id) ?? null,
          tags: tags.get(item.id) ?? [],
          lineageIds: lineages.get(item.id) ?? [],
          isFromFoundation: item.isFromFoundation,
          strategicDecision: item.strategicDecision,
          plans: plans.get(item.id) ?? 0,
          isOffered: item.isOffered,
          updatedAt: item.updatedAt,
        }))
        .sort((a, b) => danishOrder.compare(a.title, b.title)),
      competences: [...names.values()]
        .filter(({ lineageId }) => used.has(lineageId))
        .map(({ lineageId, name }) => ({ lineageId, name }))
        .sort((a, b) => danishOrder.compare(a.name, b.name)),
      updatedAt: programmeUpdatedAt(db),
    };
  },

  get({ db }, { id, schoolYear }) {
    const { createdAt: _, removedAt: __, ...item } = theItem(db, id);
    const names = namedCompetences(db);
    const askers = requests(db, schoolYear, eq(programmeRequests.itemId, id));
    const own = lineagesByItem(db, eq(programmeItemCompetences.itemId, id)).get(id) ?? [];
    return {
      ...item,
      tags: tagsByItem(db, eq(programmeItemTags.itemId, id)).get(id) ?? [],
      competences: own
        .map((lineageId) => ({ lineageId, name: names.get(lineageId)?.name ?? '' }))
        .filter(({ name }) => name !== '')
        .sort((a, b) => danishOrder.compare(a.name, b.name)),
      runs: readRuns(db, eq(courseRuns.itemId, id)).map(({ itemId: ___, ...run }) => run),
      plans: plansPerItem(askers).get(id) ?? 0,
      askers: askers
        .map(({ agreementId, employeeId, name }) => ({ agreementId, employeeId, name }))
        .sort((a, b) => danishOrder.compare(a.name, b.name)),
    };
  },

  choices({ db }) {
    const distinct = (words: readonly string[]) =>
      [...new Set(words.filter((word) => word.trim() !== ''))].sort(danishOrder.compare);
    const items = standingItems(db);
    const subjects = db
      .selectDistinct({ subject: teachingQualifications.subject })
      .from(teachingQualifications)
      .all();
    return {
      competences: [...namedCompetences(db).values()]
        .filter(({ isCurrent }) => isCurrent)
        .map(({ lineageId, name, domain, spiderName }) => ({ lineageId, name, domain, spiderName })),
      priorities: db
        .select({ id: priorities.id, kind: priorities.kind, name: priorities.name })
        .from(priorities)
        .orderBy(asc(priorities.position))
        .all(),
      subjects: distinct([...subjects.map(({ subject }) => subject), ...items.map(({ subject }) => subject)]),
      providers: distinct(items.map(({ provider }) => provider)),
    };
  },

  ...itemHandlers,
  ...runHandlers,

  forEmployee: ({ db, now }, input) => actionsFor(db, input, localDate(now())),

  addToPlan(context, input) {
    const agreementId = randomUUID();
    const entry = { action: 'agreement.made', entity: 'agreement', entityId: agreementId };
    return context.write({ ...entry, fields: ['item', 'plan'] }, (db) => {
      const now = context.now();
      addToPlan(db, { ...input, agreementId }, now, localDate(now));
      return { agreementId };
    });
  },

  undoAddToPlan(context, { agreementId }) {
    const entry = { action: 'agreement.removed', entity: 'agreement', entityId: agreementId };
    return context.write({ ...entry, fields: ['item'] }, (db) => {
      undoAddToPlan(db, agreementId, context.now());
      return {};
    });
  },

  setRequest(context, { agreementId, itemId }) {
    const entry = { action: 'agreement.saved', entity: 'agreement', entityId: agreementId };
    return context.write({ ...entry, fields: ['item'] }, (db) => {
      theAgreement(db, agreementId);
      if (itemId) theItem(db, itemId);
      db.delete(programmeRequests).where(eq(programmeRequests.agreementId, agreementId)).run();
      if (itemId) db.insert(programmeRequests).values({ agreementId, itemId }).run();
      return {};
    });
  },

  demand({ db }, { schoolYear }) {
    const known = namedCompetences(db);
    const lineages = lineagesByItem(db);
    const items = standingItems(db).map(({ id, title, isOffered }) => ({
      id,
      title,
      isOffered,
      competences: (lineages.get(id) ?? []).flatMap((lineageId) => {
        const name = known.get(lineageId)?.name;
        return name === undefined ? [] : [{ lineageId, name }];
      }),
    }));
    return { groups: demandWithoutSupply(demandLines(db, schoolYear, known), items) };
  },

  experts: ({ db, now }, { text }) => ({ people: expertsFor(db, text, localDate(now())) }),

  async share(context, { schoolYear }) {
    const content = programmePrint(context.db, schoolYear, localDate(context.now()));
    const page = sharePage(content, context.language());
    const name = `udviklingsprogram-${schoolYear.replace('/', '-')}.html`;
    const carriedOut = await context.machine.saveFile('page', name, Buffer.from(page, 'utf8'));
    if (carriedOut) {
      const entry = { action: 'programme.shared', entity: 'programme', entityId: schoolYear, fields: [] };
      context.write(entry, () => ({}));
    }
    return { carriedOut };
  },
};
