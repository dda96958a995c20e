import { describe, expect, it } from 'vitest';
import { activityPhases, enrolmentStates } from './enrolment-states';
import { deservesTransfer, needsTransferReminder, suggestTransfer } from './transfer';

describe('a checklist for transfer', () => {
  it('is for three days and more, and for what gives a formal competence', () => {
    expect(deservesTransfer({ days: 2, isFormal: false })).toBe(false);
    expect(deservesTransfer({ days: 3, isFormal: false })).toBe(true);
    expect(deservesTransfer({ days: null, isFormal: false })).toBe(false);
    expect(deservesTransfer({ days: 1, isFormal: true })).toBe(true);
  });

  it('has steps before, during and after, in the order of their days, and one is shared at the team', () => {
    const steps = suggestTransfer({ startsOn: '2027-02-01', endsOn: '2027-05-31' }, '2026-11-23');
    expect(new Set(steps.map(({ phase }) => phase))).toEqual(new Set(activityPhases));
    const days = steps.map(({ dueOn }) => dueOn ?? '');
    expect(days).toEqual([
      '2027-01-18',
      '2027-01-25',
      '2027-04-01',
      '2027-04-08',
      '2027-06-14',
      '2027-07-30',
    ]);
    expect(steps.filter(({ isShareBack }) => isShareBack).map(({ phase }) => phase)).toEqual(['after']);
  });

  it('never asks for what is past, and leaves days open where the activity has none', () => {
    const late = suggestTransfer({ startsOn: '2026-11-20', endsOn: null }, '2026-11-23');
    expect(late.slice(0, 3).map(({ dueOn }) => dueOn)).toEqual(['2026-11-23', '2026-11-23', '2026-11-23']);
    const open = suggestTransfer({ startsOn: null, endsOn: null }, '2026-11-23');
    expect(open.every(({ dueOn }) => dueOn === null)).toBe(true);
  });

  it('reminds two weeks ahead, of what is going to be or was carried out', () => {
    const remind = (dueOn: string | null, doneAt: string | null = null) =>
      needsTransferReminder({ dueOn, doneAt }, 'enrolled', '2026-11-23');
    expect(remind('2026-12-07')).toBe(true);
    expect(remind('2026-12-08')).toBe(false);
    expect(remind('2026-11-01')).toBe(true);
    expect(remind('2026-11-01', '2026-11-02T09:00:00Z')).toBe(false);
    expect(remind(null)).toBe(false);
    expect(
      enrolmentStates.filter((state) =>
        needsTransferReminder({ dueOn: '2026-11-01', doneAt: null }, state, '2026-11-23'),
      ),
    ).toEqual(['approved', 'enrolled', 'underWay', 'completed']);
  });
});
