import type { FundRule } from './fund-rules';
import { type FundCase, fee, openWindow } from './test-funds';

const kr = (amount: number) => amount * 100;
const grant = (grantedOn: string, amount: number) => ({ grantedOn, amountOre: kr(amount) });
const cost = (kind: 'transport' | 'stay' | 'substitute' | 'materials' | 'equipment', amount: number) => ({
  kind,
  amountOre: kr(amount),
});
const state = (one: Omit<FundCase, 'set'>): FundCase => ({ edit: [openWindow], ...one, set: 'state' });

/** The school's own pool, R002-24 … 29. */
const ownPool: FundCase[] = [
  {
    name: 'a diploma for a teacher with a plan line fits and is paid in full',
    set: 'own',
    expect: {
      warning: [],
      unknown: [],
      met: ['admitted', 'planLine', 'formal', 'preferredLevels', 'share'],
      amounts: { fund: 10_000, workplace: 0 },
    },
  },
  {
    name: 'everybody is admitted, whatever the agreement',
    set: 'own',
    facts: { unionArea: 'none' },
    expect: { met: ['admitted'] },
  },
  {
    name: 'without a plan line it is refused',
    set: 'own',
    facts: { hasPlanLine: false },
    expect: { refused: ['planLine'] },
  },
  {
    name: 'without a formal qualification it warns',
    set: 'own',
    facts: { isFormal: false },
    expect: { warning: ['formal'] },
  },
  {
    name: 'not said whether it is formal: unknown',
    set: 'own',
    facts: { isFormal: null },
    expect: { unknown: ['formal'] },
  },
  {
    name: 'the compulsory diploma is refused',
    set: 'own',
    facts: { compulsory: 'yes' },
    expect: { refused: ['notCompulsory'] },
  },
  {
    name: 'the ten ECTS of a leader are flagged, not decided',
    set: 'own',
    facts: { compulsory: 'leaderRequirement', staffGroup: 'leader' },
    expect: { unknown: ['notCompulsory'] },
  },
  {
    name: 'not said whether it is compulsory: unknown',
    set: 'own',
    facts: { compulsory: null },
    expect: { unknown: ['notCompulsory'] },
  },
  {
    name: 'an academy module for the office fits',
    set: 'own',
    facts: { staffGroup: 'adminTech', level: 'academy' },
    expect: { warning: [], met: ['preferredLevels'] },
  },
  {
    name: 'a diploma for the office fits',
    set: 'own',
    facts: { staffGroup: 'adminTech' },
    expect: { warning: [] },
  },
  {
    name: 'a master for the office warns',
    set: 'own',
    facts: { staffGroup: 'adminTech', level: 'master' },
    expect: { warning: ['preferredLevels'] },
  },
  {
    name: 'a master for a leader fits',
    set: 'own',
    facts: { staffGroup: 'leader', level: 'master' },
    expect: { warning: [] },
  },
  {
    name: 'an academy module for a leader warns',
    set: 'own',
    facts: { staffGroup: 'leader', level: 'academy' },
    expect: { warning: ['preferredLevels'] },
  },
  {
    name: 'an academy module for a teacher warns',
    set: 'own',
    facts: { level: 'academy' },
    expect: { warning: ['preferredLevels'] },
  },
  {
    name: 'no staff group said: unknown',
    set: 'own',
    facts: { staffGroup: null },
    expect: { unknown: ['preferredLevels'] },
  },
  {
    name: 'no level said: unknown',
    set: 'own',
    facts: { level: null },
    expect: { unknown: ['preferredLevels'] },
  },
  {
    name: 'fee and materials are paid, transport is not',
    set: 'own',
    facts: { costs: [fee(4000), cost('materials', 500), cost('transport', 600)] },
    expect: {
      warning: ['costKinds'],
      notPaid: ['transport'],
      amounts: { applicable: 4500, fund: 4500, workplace: 600 },
    },
  },
  {
    name: 'substitute cover alone is refused',
    set: 'own',
    facts: { costs: [cost('substitute', 3000)] },
    expect: { refused: ['costKinds'], notPaid: ['substitute'], amounts: { fund: 0, workplace: 3000 } },
  },
  {
    name: 'no cost yet: unknown',
    set: 'own',
    facts: { costs: [] },
    expect: { unknown: ['costKinds'], amounts: { fund: 0, workplace: 0 } },
  },
  {
    name: 'the own pool has no signers, days or cap',
    set: 'own',
    facts: { startsOn: '2026-11-24' },
    expect: {
      signers: 0,
      calendar: { earliestOn: null, latestOn: null, uploadBy: null, answerBy: null },
      amounts: { fund: 10_000 },
    },
  },
  {
    name: 'the own pool was checked a year ago at most',
    set: 'own',
    today: '2027-11-21',
    facts: { startsOn: '2028-02-01' },
    expect: { outdated: false },
  },
  {
    name: 'and warns on the day it is to be checked again',
    set: 'own',
    today: '2027-11-22',
    facts: { startsOn: '2028-02-01' },
    expect: { outdated: true },
  },
];

/** Area VII of the municipal fund: teachers. */
const teachers: FundCase[] = [
  {
    name: 'a course of five days in didactics fits',
    set: 'vii',
    expect: {
      warning: [],
      unknown: [],
      met: ['maxDays', 'focus', 'providers', 'substituteCover'],
      signers: 3,
      amounts: { fund: 8000, workplace: 2000 },
    },
  },
  { name: 'six days fit', set: 'vii', facts: { days: 6 }, expect: { met: ['maxDays'] } },
  { name: 'seven days are refused', set: 'vii', facts: { days: 7 }, expect: { refused: ['maxDays'] } },
  { name: 'eight days are refused', set: 'vii', facts: { days: 8 }, expect: { refused: ['maxDays'] } },
  { name: 'days not said: unknown', set: 'vii', facts: { days: null }, expect: { unknown: ['maxDays'] } },
  {
    name: 'a private provider is refused',
    set: 'vii',
    facts: { provider: 'private' },
    expect: { refused: ['providers'] },
  },
  {
    name: 'a private provider with a public one fits',
    set: 'vii',
    facts: { provider: 'privateWithPublic' },
    expect: { met: ['providers'] },
  },
  {
    name: 'a course of the union fits',
    set: 'vii',
    facts: { provider: 'union' },
    expect: { met: ['providers'] },
  },
  {
    name: 'provider not said: unknown',
    set: 'vii',
    facts: { provider: null },
    expect: { unknown: ['providers'] },
  },
  { name: 'another focus warns', set: 'vii', facts: { focus: 'otherFocus' }, expect: { warning: ['focus'] } },
  {
    name: 'a teaching subject is a focus',
    set: 'vii',
    facts: { focus: 'subject' },
    expect: { warning: [], met: ['focus'] },
  },
  { name: 'guidance is a focus', set: 'vii', facts: { focus: 'guidance' }, expect: { warning: [] } },
  { name: 'focus not said: unknown', set: 'vii', facts: { focus: null }, expect: { unknown: ['focus'] } },
  {
    name: 'substitute cover is paid with the rest',
    set: 'vii',
    facts: { costs: [fee(5000), cost('substitute', 5000)] },
    expect: { warning: [], notPaid: [], amounts: { applicable: 10_000, fund: 8000 } },
  },
  {
    name: 'a tablet is not paid',
    set: 'vii',
    facts: { costs: [fee(5000), cost('equipment', 4000)] },
    expect: { warning: ['costKinds'], notPaid: ['equipment'], amounts: { fund: 4000, workplace: 5000 } },
  },
  {
    name: 'no more than 30,000, master or not',
    set: 'vii',
    facts: { level: 'master', costs: [fee(60_000)] },
    expect: { warning: ['cap'], amounts: { fund: 30_000, workplace: 30_000, left: 30_000 } },
  },
  {
    name: 'a pedagogue is not in area VII',
    set: 'vii',
    facts: { unionArea: 'bupl' },
    expect: { refused: ['admitted'] },
  },
  {
    name: 'agreement not said: unknown',
    set: 'vii',
    facts: { unionArea: null },
    expect: { unknown: ['admitted'] },
  },
  {
    name: 'a teacher of a state school is not',
    set: 'vii',
    facts: { employer: 'state' },
    expect: { refused: ['employers'] },
  },
  {
    name: 'before 1 April 2025 teachers could not apply',
    set: 'vii',
    today: '2025-03-31',
    facts: { startsOn: '2025-08-01' },
    expect: { refused: ['validity'], outdated: false },
  },
  {
    name: 'from 1 April 2025 they could',
    set: 'vii',
    today: '2025-04-01',
    facts: { startsOn: '2025-08-01' },
    expect: { outdated: false },
  },
  { name: 'the terms of the opening are to be checked again', set: 'vii', expect: { outdated: true } },
];

/** Who is admitted by the municipal fund. */
const who: FundCase[] = [
  {
    name: 'under notice is refused',
    set: 'hk',
    facts: { isUnderNotice: true },
    expect: { refused: ['notUnderNotice'] },
  },
  {
    name: 'notice not said: unknown',
    set: 'hk',
    facts: { isUnderNotice: null },
    expect: { unknown: ['notUnderNotice'] },
  },
  {
    name: 'a trainee is refused',
    set: 'hk',
    facts: { employment: 'pupil' },
    expect: { refused: ['employment'] },
  },
  {
    name: 'a student is refused',
    set: 'hk',
    facts: { employment: 'student' },
    expect: { refused: ['employment'] },
  },
  {
    name: 'a utility job is refused',
    set: 'hk',
    facts: { employment: 'utilityJob' },
    expect: { refused: ['employment'] },
  },
  {
    name: 'a work placement is refused',
    set: 'hk',
    facts: { employment: 'internship' },
    expect: { refused: ['employment'] },
  },
  {
    name: 'a flexible job is admitted',
    set: 'hk',
    facts: { employment: 'subsidised' },
    expect: { met: ['employment'] },
  },
  {
    name: 'kind of post not said: unknown',
    set: 'hk',
    facts: { employment: null },
    expect: { unknown: ['employment'] },
  },
  {
    name: 'employer not said: unknown',
    set: 'hk',
    facts: { employer: null },
    expect: { unknown: ['employers'] },
  },
  {
    name: 'a free school is not in the municipal fund',
    set: 'hk',
    facts: { employer: 'freeSchool' },
    expect: { refused: ['employers'] },
  },
  { name: 'FOA is in the other areas', set: 'others', expect: { met: ['admitted'] } },
  { name: 'BUPL is not', set: 'others', facts: { unionArea: 'bupl' }, expect: { refused: ['admitted'] } },
  {
    name: 'two things wrong are both named',
    set: 'hk',
    facts: { isUnderNotice: true, unionArea: 'ac' },
    expect: { refused: ['admitted', 'notUnderNotice'] },
  },
  {
    name: 'everything not said is unknown, and nothing is refused',
    set: 'hk',
    facts: {
      unionArea: null,
      employer: null,
      employment: null,
      isUnderNotice: null,
      level: null,
      isPoolOpen: null,
    },
    expect: { unknown: ['admitted', 'employers', 'employment', 'notUnderNotice', 'canBeEmpty'] },
  },
];

/** 80 and 20 per cent, and caps over twelve months. */
const money: FundCase[] = [
  {
    name: 'Kirsten: 11,200 is 8,960 from the fund and 2,240 from the school',
    set: 'hk',
    expect: { warning: [], amounts: { applicable: 11_200, fund: 8960, workplace: 2240, left: 30_000 } },
  },
  {
    name: 'the pools of 100 per cent pay it all',
    set: 'hk100',
    expect: { met: ['note', 'share'], amounts: { fund: 10_000, workplace: 0 } },
  },
  {
    name: '37,500 is exactly the cap',
    set: 'hk',
    facts: { costs: [fee(37_500)] },
    expect: { warning: [], amounts: { fund: 30_000, workplace: 7500 } },
  },
  {
    name: 'one krone more is over it',
    set: 'hk',
    facts: { costs: [fee(37_501)] },
    expect: { warning: ['cap'], amounts: { fund: 30_000, workplace: 7501 } },
  },
  {
    name: 'a master has 50,000',
    set: 'hk',
    facts: { level: 'master', costs: [fee(62_500)] },
    expect: { warning: [], amounts: { fund: 50_000, left: 50_000 } },
  },
  {
    name: 'a master over 50,000 is cut',
    set: 'bupl',
    facts: { level: 'master', costs: [fee(70_000)] },
    expect: { warning: ['cap'], amounts: { fund: 50_000, workplace: 20_000 } },
  },
  {
    name: 'the older areas have 25,000, and no more for a master',
    set: 'others',
    facts: { level: 'master', costs: [fee(50_000)] },
    expect: { warning: ['cap'], amounts: { fund: 25_000 } },
  },
  {
    name: 'over the cap with no level said: unknown, since a master has more',
    set: 'hk',
    facts: { level: null, costs: [fee(50_000)] },
    expect: { unknown: ['cap'], amounts: { fund: 30_000 } },
  },
  {
    name: '20,000 granted and 15,000 applied for within twelve months: 10,000 is left',
    set: 'hk100',
    facts: { costs: [fee(15_000)] },
    grants: [grant('2026-03-02', 20_000)],
    expect: { warning: ['cap'], amounts: { fund: 10_000, workplace: 5000, left: 10_000 } },
  },
  {
    name: 'the day before the earlier grant ages out it still counts',
    set: 'hk100',
    today: '2027-03-01',
    facts: { costs: [fee(15_000)], startsOn: '2027-08-01' },
    grants: [grant('2026-03-02', 20_000)],
    expect: { warning: ['cap'], amounts: { fund: 10_000, left: 10_000 } },
  },
  {
    name: 'on the day it ages out all 30,000 are there again',
    set: 'hk100',
    today: '2027-03-02',
    facts: { costs: [fee(15_000)], startsOn: '2027-08-01' },
    grants: [grant('2026-03-02', 20_000)],
    expect: { warning: [], amounts: { fund: 15_000, left: 30_000 } },
  },
  {
    name: 'of two grants only the older ages out',
    set: 'hk100',
    today: '2027-03-02',
    facts: { costs: [fee(15_000)], startsOn: '2027-08-01' },
    grants: [grant('2026-03-02', 20_000), grant('2026-09-01', 18_000)],
    expect: { warning: ['cap'], amounts: { fund: 12_000, left: 12_000 } },
  },
  {
    name: 'nothing left is refused',
    set: 'hk',
    grants: [grant('2026-05-01', 20_000), grant('2026-06-01', 10_000)],
    expect: { refused: ['cap'], amounts: { fund: 0, workplace: 11_200, left: 0 } },
  },
  {
    name: 'nothing left of 30,000, but a master has 20,000 more',
    set: 'hk',
    facts: { level: 'master' },
    grants: [grant('2026-05-01', 30_000)],
    expect: { warning: [], amounts: { fund: 8960, left: 20_000 } },
  },
  {
    name: 'nothing left and no level said: unknown',
    set: 'hk',
    facts: { level: null },
    grants: [grant('2026-05-01', 30_000)],
    expect: { unknown: ['cap'], amounts: { fund: 0 } },
  },
  {
    name: 'nothing left even for a master is refused with no level said',
    set: 'hk',
    facts: { level: null },
    grants: [grant('2026-05-01', 50_000)],
    expect: { refused: ['cap'] },
  },
  {
    name: 'a grant of a leap day counts to 27 February',
    set: 'hk100',
    today: '2025-02-27',
    facts: { startsOn: '2025-08-01', costs: [fee(15_000)] },
    grants: [grant('2024-02-29', 20_000)],
    expect: { amounts: { left: 10_000 } },
  },
  {
    name: 'and no longer on 28 February',
    set: 'hk100',
    today: '2025-02-28',
    facts: { startsOn: '2025-08-01', costs: [fee(15_000)] },
    grants: [grant('2024-02-29', 20_000)],
    expect: { amounts: { left: 30_000 } },
  },
  {
    name: 'the cap is reckoned on the day of the upload, not on today',
    set: 'hk100',
    today: '2027-03-20',
    facts: { costs: [fee(15_000)], startsOn: '2027-08-01', sentOn: '2027-02-20', uploadedOn: '2027-02-25' },
    grants: [grant('2026-03-02', 20_000)],
    expect: { amounts: { fund: 10_000, left: 10_000 } },
  },
  {
    name: 'a third of a krone is whole øre and adds up',
    set: 'hk',
    facts: { costs: [{ kind: 'fee', amountOre: 33_333 }] },
    expect: { amounts: { fund: 266.66, workplace: 66.67 } },
  },
  {
    name: 'the school can change the share',
    set: 'hk',
    edit: [{ kind: 'share', source: 'Ny aftale', percent: 50 }],
    expect: { amounts: { fund: 5600, workplace: 5600 } },
  },
  {
    name: 'and the cap',
    set: 'hk',
    edit: [
      { kind: 'cap', source: 'Ny aftale', period: 'rolling', months: 12, capOre: kr(5000), higher: null },
    ],
    expect: { warning: ['cap'], amounts: { fund: 5000 } },
  },
];

/** Nine months before, the day before, forty days. */
const days: FundCase[] = [
  {
    name: 'the days of Kirsten’s application on 23 November, 12 of 40 left',
    set: 'hk',
    facts: { sentOn: '2026-10-26' },
    expect: {
      warning: ['upload'],
      calendar: {
        earliestOn: '2026-05-01',
        latestOn: '2027-01-31',
        uploadBy: '2026-12-05',
        repaymentNoticeOn: '2027-01-25',
      },
    },
  },
  { name: 'nine months before to the day', set: 'hk', today: '2026-05-01', expect: { met: ['earliest'] } },
  { name: 'a day too early', set: 'hk', today: '2026-04-30', expect: { refused: ['earliest'] } },
  {
    name: 'nine months before 31 August is the last of November',
    set: 'hk',
    today: '2026-11-30',
    facts: { startsOn: '2027-08-31' },
    expect: { calendar: { earliestOn: '2026-11-30' } },
  },
  {
    name: 'nine months before the end of November is the end of February',
    set: 'hk',
    today: '2027-02-28',
    facts: { startsOn: '2027-11-30' },
    expect: { calendar: { earliestOn: '2027-02-28' } },
  },
  {
    name: 'and the leap day in a leap year',
    set: 'hk',
    today: '2028-02-29',
    facts: { startsOn: '2028-11-30' },
    expect: { calendar: { earliestOn: '2028-02-29' } },
  },
  {
    name: 'a day before the leap day is too early',
    set: 'hk',
    today: '2028-02-28',
    facts: { startsOn: '2028-11-30' },
    expect: { refused: ['earliest'] },
  },
  {
    name: 'starts tomorrow, uploaded today: in time',
    set: 'hk',
    facts: { startsOn: '2026-11-24', sentOn: '2026-11-20', uploadedOn: '2026-11-23' },
    expect: { met: ['latest', 'upload'] },
  },
  {
    name: 'starts tomorrow and uploaded tomorrow: refused',
    set: 'hk',
    today: '2026-11-24',
    facts: { startsOn: '2026-11-24', sentOn: '2026-11-20', uploadedOn: '2026-11-24' },
    expect: { refused: ['latest', 'upload'] },
  },
  {
    name: 'starts today, nothing uploaded: refused',
    set: 'hk',
    facts: { startsOn: '2026-11-23' },
    expect: { refused: ['latest', 'upload'] },
  },
  {
    name: 'starts tomorrow, nothing uploaded yet: today is the last day',
    set: 'hk',
    facts: { startsOn: '2026-11-24' },
    expect: { warning: ['answer'], calendar: { uploadBy: '2026-11-23', latestOn: '2026-11-23' } },
  },
  {
    name: 'the day before 1 March in a leap year',
    set: 'hk',
    today: '2028-01-03',
    facts: { startsOn: '2028-03-01' },
    expect: { calendar: { latestOn: '2028-02-29' } },
  },
  {
    name: 'uploaded on the fortieth day',
    set: 'hk',
    today: '2026-12-05',
    facts: { sentOn: '2026-10-26', uploadedOn: '2026-12-05' },
    expect: { met: ['upload'] },
  },
  {
    name: 'uploaded on the forty-first: lapsed',
    set: 'hk',
    today: '2026-12-06',
    facts: { sentOn: '2026-10-26', uploadedOn: '2026-12-06' },
    expect: { refused: ['upload'] },
  },
  {
    name: 'the forty days are over and nothing is uploaded',
    set: 'hk',
    today: '2026-12-06',
    facts: { sentOn: '2026-10-26' },
    expect: { refused: ['upload'] },
  },
  {
    name: 'on the fortieth day it can still be done',
    set: 'hk',
    today: '2026-12-05',
    facts: { sentOn: '2026-10-26' },
    expect: { warning: ['upload'] },
  },
  {
    name: 'forty days never reach past the day before the start',
    set: 'hk',
    facts: { startsOn: '2026-12-10', sentOn: '2026-11-20' },
    expect: { calendar: { uploadBy: '2026-12-09' } },
  },
  {
    name: 'the answer may come after the start',
    set: 'hk',
    facts: { startsOn: '2026-12-20' },
    expect: { warning: ['answer'], calendar: { answerBy: '2026-12-24' } },
  },
  {
    name: 'or in good time',
    set: 'hk',
    expect: { met: ['answer', 'repayment', 'signers'], calendar: { answerBy: '2026-12-24' } },
  },
  {
    name: 'five of a kind can ask for approval in advance',
    set: 'hk',
    facts: { groupSize: 5 },
    expect: { met: ['group'] },
  },
  { name: 'four cannot', set: 'hk', facts: { groupSize: 4 }, expect: { met: [] } },
  {
    name: 'an empty pool is refused',
    set: 'ac',
    facts: { isPoolOpen: false },
    expect: { refused: ['canBeEmpty'] },
  },
  {
    name: 'nobody has looked whether it is empty: unknown',
    set: 'ac',
    facts: { isPoolOpen: null },
    expect: { unknown: ['canBeEmpty'] },
  },
  { name: 'terms of 2023 are to be checked again', set: 'hk', expect: { outdated: true } },
];

/** The state fund’s pool of the teachers’ organisations. */
const stateFund: FundCase[] = [
  state({
    name: 'a diploma module that is not compulsory fits',
    expect: {
      warning: [],
      unknown: [],
      met: ['levels', 'windows', 'maxApplications', 'directLink', 'exVat', 'note'],
      amounts: { fund: 10_000, workplace: 0, left: 25_000 },
    },
  }),
  state({
    name: 'a compulsory module is refused',
    facts: { compulsory: 'yes' },
    expect: { refused: ['notCompulsory'] },
  }),
  state({
    name: 'the ten ECTS of the reform are flagged, not decided',
    facts: { compulsory: 'leaderRequirement' },
    expect: { unknown: ['notCompulsory'] },
  }),
  state({
    name: 'what is not on the positive list is refused',
    facts: { level: 'otherLevel' },
    expect: { refused: ['levels'] },
  }),
  state({ name: 'AMU is on it', facts: { level: 'amu' }, expect: { met: ['levels'] } }),
  state({
    name: 'a module of a candidate’s degree is on it',
    facts: { level: 'candidate' },
    expect: { met: ['levels'] },
  }),
  state({ name: 'level not said: unknown', facts: { level: null }, expect: { unknown: ['levels'] } }),
  state({
    name: 'an individual contract is refused',
    facts: { employment: 'individualContract' },
    expect: { refused: ['employment'] },
  }),
  state({
    name: 'a free school is admitted',
    facts: { employer: 'freeSchool' },
    expect: { met: ['employers'] },
  }),
  state({
    name: 'a municipal school is not',
    facts: { employer: 'municipal' },
    expect: { refused: ['employers'] },
  }),
  state({
    name: 'more than 25,000: the workplace pays the rest',
    facts: { costs: [fee(32_000)] },
    expect: { warning: ['cap'], amounts: { fund: 25_000, workplace: 7000 } },
  }),
  state({
    name: 'transport and stay are paid',
    facts: { costs: [fee(5000), cost('transport', 800), cost('stay', 1200)] },
    expect: { warning: [], notPaid: [], amounts: { fund: 7000 } },
  }),
  state({
    name: 'a computer is not',
    facts: { costs: [fee(5000), cost('equipment', 6000)] },
    expect: { warning: ['costKinds'], notPaid: ['equipment'], amounts: { fund: 5000, workplace: 6000 } },
  }),
  state({
    name: 'VAT is the workplace’s',
    facts: { costs: [fee(12_500)], includesVat: true },
    expect: {
      warning: ['exVat'],
      notPaid: ['otherCost'],
      amounts: { applicable: 10_000, fund: 10_000, workplace: 2500 },
    },
  }),
  state({ name: 'VAT not said: unknown', facts: { includesVat: null }, expect: { unknown: ['exVat'] } }),
  state({
    name: 'a grant of December still counts on New Year’s Eve',
    edit: [
      { kind: 'windows', source: 'Vinduer', windows: [{ opensOn: '2026-12-27', closesOn: '2027-01-03' }] },
    ],
    today: '2026-12-31',
    facts: { costs: [fee(10_000)] },
    grants: [grant('2026-12-01', 20_000)],
    expect: { warning: ['cap'], amounts: { fund: 5000, left: 5000 } },
  }),
  state({
    name: 'and no longer on New Year’s Day',
    edit: [
      { kind: 'windows', source: 'Vinduer', windows: [{ opensOn: '2026-12-27', closesOn: '2027-01-03' }] },
    ],
    today: '2027-01-01',
    facts: { costs: [fee(10_000)] },
    grants: [grant('2026-12-31', 20_000)],
    expect: { warning: [], amounts: { fund: 10_000, left: 25_000 } },
  }),
  state({
    name: 'a second application in the window is allowed',
    facts: { otherApplications: 1 },
    expect: { met: ['maxApplications'] },
  }),
  state({
    name: 'a third is not',
    facts: { otherApplications: 2 },
    expect: { refused: ['maxApplications'] },
  }),
  state({
    name: 'between the windows it must wait',
    today: '2026-12-01',
    expect: {
      warning: ['windows'],
      calendar: { windows: [{ opensOn: '2027-01-11', closesOn: '2027-01-17' }] },
    },
  }),
  state({ name: 'the last day of the window is in it', today: '2026-11-26', expect: { met: ['windows'] } }),
  state({ name: 'the first day too', today: '2026-11-20', expect: { met: ['windows'] } }),
  state({
    name: 'sent between the windows: refused',
    facts: { sentOn: '2026-11-19' },
    expect: { refused: ['windows'] },
  }),
  state({
    name: 'no window left before the start: unknown',
    today: '2026-12-01',
    facts: { startsOn: '2027-01-11' },
    expect: { unknown: ['windows'] },
  }),
  {
    name: 'as it ships, the dates of the windows are to be found',
    set: 'state',
    expect: { unknown: ['windows'], outdated: true },
  },
  state({ name: 'without the link it warns', facts: { url: '' }, expect: { warning: ['directLink'] } }),
  state({
    name: 'under notice is refused',
    facts: { isUnderNotice: true },
    expect: { refused: ['notUnderNotice'] },
  }),
];

const strict: FundRule[] = [
  { kind: 'formal', source: 'Ny aftale', strength: 'must' },
  { kind: 'focus', source: 'Ny aftale', strength: 'must', focuses: ['subject'] },
  { kind: 'providers', source: 'Ny aftale', strength: 'should', providers: ['public'] },
];

/** Rules a school has changed: “should” made “must”, and the other way. */
const edited: FundCase[] = [
  {
    name: 'a formal qualification that must be',
    set: 'own',
    edit: strict,
    facts: { isFormal: false, focus: 'subject' },
    expect: { refused: ['formal'] },
  },
  {
    name: 'a focus that must be',
    set: 'vii',
    edit: strict,
    facts: { focus: 'guidance' },
    expect: { refused: ['focus'] },
  },
  {
    name: 'a provider that should be',
    set: 'vii',
    edit: strict,
    facts: { provider: 'private', focus: 'subject' },
    expect: { warning: ['providers'] },
  },
  {
    name: 'on the day it starts, where a fund allows it',
    set: 'hk',
    edit: [{ kind: 'latest', source: 'Ny aftale', days: 0 }],
    facts: { startsOn: '2026-11-23' },
    expect: { met: ['latest'], calendar: { latestOn: '2026-11-23' } },
  },
];

/** Straight from the rules of DOMAIN 3.4 and R002-24 … 29. */
export const fundCases: readonly FundCase[] = [
  ...ownPool,
  ...teachers,
  ...who,
  ...money,
  ...days,
  ...stateFund,
  ...edited,
];
