import type { enrolments as contract } from '@shared/contract/enrolments';
import { enrolmentMoves } from '@shared/domain/enrolment-moves';
import { audited } from '../../data/audit';
import { conflictsOf, enrolmentRows, theEnrolment } from '../../data/queries/enrolments';
import { moveEnrolment, undoEnrolmentMove } from '../../data/queries/move-enrolment';
import type { Handlers } from '../context';
import { confirmConflicts } from './rules';

const entry = audited('enrolment');

/** Where an enrolment stands: on, back and out, each with its day, and the last one taken back. */
export const moveHandlers: Pick<Handlers<typeof contract>, 'move' | 'undoMove'> = {
  move(context, move) {
    const { id, state, reason } = move;
    return context.write(entry('moved', id, ['state', 'onDate', 'reason']), (db) => {
      const from = theEnrolment(db, id).state;
      // A wish is looked at as if it were approved already, so what stands in the way is known beforehand.
      const conflicts = conflictsOf(db, enrolmentRows(db)).get(id) ?? [];
      const stepId = moveEnrolment(db, move, context.now());
      // Money and days are bound when somebody approves and when somebody enrols; after that it has happened.
      const isBinding = state === 'enrolled' || state === 'approved';
      const goesOn = enrolmentMoves[from].some((way) => way.to === state && way.direction === 'on');
      if (isBinding && goesOn) confirmConflicts(conflicts, reason);
      return { stepId };
    });
  },

  undoMove(context, { id, stepId }) {
    return context.write(entry('move-undone', id, ['state']), (db) => {
      undoEnrolmentMove(db, { id, stepId });
      return {};
    });
  },
};
