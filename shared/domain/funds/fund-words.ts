import type { Text } from '../text';

export const fundKinds = ['ownPool', 'municipal', 'state'] as const;
export type FundKind = (typeof fundKinds)[number];

/** What a cost is for. Which of them a fund pays is a rule of its own (R002-26). */
export const costKinds = [
  'fee',
  'materials',
  'transport',
  'stay',
  'substitute',
  'equipment',
  'otherCost',
] as const;
export type CostKind = (typeof costKinds)[number];

export const costKindNames: Readonly<Record<CostKind, Text>> = {
  fee: { da: 'Deltagergebyr', en: 'Participation fee' },
  materials: { da: 'Materialer', en: 'Materials' },
  transport: { da: 'Transport', en: 'Transport' },
  stay: { da: 'Ophold', en: 'Accommodation' },
  substitute: { da: 'Vikardækning', en: 'Substitute cover' },
  equipment: { da: 'Computer, tablet og andet udstyr', en: 'Computer, tablet and other equipment' },
  otherCost: { da: 'Andet', en: 'Other' },
};

/** Where an application stands. */
export const fundApplicationStates = [
  'draft',
  'sent',
  'uploaded',
  'granted',
  'refused',
  'cancelled',
  'paid',
  'toRepay',
  'repaid',
] as const;
export type FundApplicationState = (typeof fundApplicationStates)[number];
