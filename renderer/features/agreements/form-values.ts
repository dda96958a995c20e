import type { InputOf, OutputOf } from '@shared/contract';
import type { Agreement } from '@shared/contract/agreements';
import type { MatrixCode } from '@shared/domain/inspiration-matrix';

export type Choices = OutputOf<'agreements', 'choices'>;
export type AgreementInput = InputOf<'agreements', 'save'>;

/** The form while somebody writes: everything may still be empty. */
export type FormValues = {
  competence: string;
  activity: string;
  who: string;
  dueOn: string | null;
  giver: Agreement['giver'];
  receiver: Agreement['receiver'];
  origin: Agreement['origin'];
  isInPlan: boolean;
  cell: MatrixCode | null;
  priorityId: string | null;
  taskKind: 'present' | 'intended';
  taskName: string;
};

export const emptyForm: FormValues = {
  competence: '',
  activity: '',
  who: '',
  dueOn: null,
  giver: 'both',
  receiver: 'employee',
  origin: 'both',
  isInPlan: true,
  cell: null,
  priorityId: null,
  taskKind: 'present',
  taskName: '',
};

export function valuesOf(agreement: Agreement): FormValues {
  const { competence, activity, who, dueOn, giver, receiver, origin, plan } = agreement;
  return {
    competence,
    activity,
    who,
    dueOn,
    giver,
    receiver,
    origin,
    isInPlan: plan !== null,
    cell: plan?.cell ?? null,
    priorityId: plan?.priorityId ?? null,
    taskKind: plan?.taskKind ?? 'present',
    taskName: plan?.taskName ?? '',
  };
}

/** A promise that came to nothing, or half: the same words again, with a new day. */
export function againValues(agreement: Agreement): FormValues {
  return { ...valuesOf(agreement), dueOn: null };
}

/** Whose promise it is: one employee's or one team's. */
export type Subject = Pick<AgreementInput, 'employeeId' | 'teamId'>;

/** Whether it begins as a line of the training plan, may become one, must be one, or cannot. */
export type PlanUse = 'suggested' | 'possible' | 'required' | 'none';

type Where = Subject & { schoolYear: string; talkId: string | null; id?: string | undefined };

/** What the machine is asked to save; null while a plan line has no place in the matrix. */
export function inputOf(values: FormValues, where: Where): AgreementInput | null {
  const { isInPlan, cell, priorityId, taskKind, taskName, dueOn, ...words } = values;
  if (isInPlan && !cell) return null;
  return {
    ...words,
    ...where,
    dueOn: dueOn ?? '',
    plan: isInPlan && cell ? { cell, priorityId, taskKind, taskName } : null,
  };
}
