import type { TestWorld } from '../test-world';

/** A season is framed, laid, booked, taken back and booked again, and written into calendars. */
export async function playSeason({ must }: TestWorld): Promise<void> {
  const schoolYear = '2026/27';
  const people = await must<{ id: string }[]>('employees', 'list');
  const employeeId = people.at(-1)?.id;
  await must('season', 'saveRule', {
    teamId: null,
    pattern: ['TUS', 'MUS'],
    startYear: schoolYear,
    rights: '',
  });
  await must('season', 'setWish', { employeeId, schoolYear, wishesOwn: true });
  const away = { employeeId, fromDate: '2026-02-01', toDate: '2026-09-30' };
  const { id } = await must<{ id: string }>('season', 'saveLeave', away);
  await must('season', 'removeLeave', { id });
  await must('season', 'restoreLeave', { id });
  for (const { id: leaderId } of people) {
    const hours = [{ weekday: 2, startsAt: '08:00', endsAt: '12:00' }];
    await must('season', 'saveHours', { leaderId, hours });
  }
  await must('season', 'saveLengths', { lengths: [{ kind: 'TUS', minutes: 90 }] });
  const holiday = { first: '2026-12-21', last: '2027-01-03', name: 'Juleferie' };
  const { added } = await must<{ added: string[] }>('season', 'addClosedDays', holiday);
  await must('season', 'removeClosedDays', { dates: added.slice(0, 1) });
  const limits = { maxPerDay: 2, pauseMinutes: 15, keep: true };
  const period = { schoolYear, first: '2026-12-01', last: '2027-01-31' };
  for (const isKept of [false, true]) {
    const proposal = await must<{ talks: { talkId: string | null }[] }>('season', 'propose', {
      ...period,
      ...limits,
    });
    const talks = proposal.talks.filter(({ talkId }) => talkId === null);
    const booked = await must<{ created: string[] }>('season', 'accept', { schoolYear, talks });
    if (isKept) await must('season', 'setFixed', { talkIds: booked.created, isFixed: true });
    else await must('season', 'undoAccept', booked);
  }
  await must('season', 'exportCalendar', { schoolYear, which: 'all' });
}
