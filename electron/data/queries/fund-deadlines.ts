import type { FundDeadline } from '@shared/contract/funds';
import { addDays, daysBetween } from '@shared/domain/dates';
import { isSettled } from '@shared/domain/funds/application-steps';
import type { FundAssessment } from '@shared/domain/funds/assess-fund';
import type { Database } from '../open';
import {
  assessApplication,
  type WholeApplication,
  wantsUpload,
  wholeApplications,
} from './fund-applications';

/** Days before a day to keep when it begins to stand on Today. */
const noticeDays = 30;

/** The next day to keep of an application, and what for; null when there is none. */
export function fundDeadline(
  one: WholeApplication,
  { calendar }: Pick<FundAssessment, 'calendar'>,
  today: string,
): FundDeadline | null {
  const next = nextDay(one, calendar, today);
  return next && { ...next, days: daysBetween(today, next.on) };
}

function nextDay(
  one: WholeApplication,
  calendar: FundAssessment['calendar'],
  today: string,
): Pick<FundDeadline, 'kind' | 'on'> | null {
  const { state, startsOn } = one;
  const { latestOn, uploadBy, answerBy, repaymentNoticeOn, windows } = calendar;
  if (state === 'draft') {
    const closesOn = windows.find((window) => window.closesOn < startsOn)?.closesOn;
    return { kind: 'send', on: closesOn ?? latestOn ?? addDays(startsOn, -1) };
  }
  if (state === 'sent' && wantsUpload(one)) return { kind: 'upload', on: uploadBy ?? startsOn };
  if (state === 'sent' || state === 'uploaded') return { kind: 'answer', on: answerBy ?? startsOn };
  if (state === 'toRepay') return { kind: 'repay', on: startsOn };
  // Until the course begins there may be no place on it, and then the grant goes back.
  if ((state === 'granted' || state === 'paid') && repaymentNoticeOn !== null && startsOn > today)
    return { kind: 'repaymentNotice', on: repaymentNoticeOn };
  return null;
}

export type FundReminder = FundDeadline & {
  readonly applicationId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly title: string;
};

/** What Today reminds of: days within a month, or over; an answer only once it should have come. Most urgent first. */
export function fundDeadlines(db: Database, today: string): FundReminder[] {
  return wholeApplications(db)
    .flatMap((one) => {
      if (isSettled(one.state) && one.state !== 'paid') return [];
      const deadline = fundDeadline(one, assessApplication(db, one, today), today);
      if (!deadline || deadline.days > (deadline.kind === 'answer' ? -1 : noticeDays)) return [];
      const { id: applicationId, employeeId, employeeName, title } = one;
      return [{ applicationId, employeeId, employeeName, title, ...deadline }];
    })
    .sort((a, b) => a.days - b.days);
}
