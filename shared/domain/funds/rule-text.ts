import { dayText } from '../day-text';
import { moneyText } from '../money';
import type { Text } from '../text';
import {
  courseFocusNames,
  courseLevelNames,
  employerNames,
  employmentNames,
  providerKindNames,
  signerNames,
  staffGroupNames,
  unionAreaNames,
} from './fund-facts';
import type { FundRule, FundRuleKind, RuleOf } from './fund-rules';
import { costKindNames } from './fund-words';
import { dayCount, listed, monthCount, named, smallNamed } from './listed';

/** What a rule is called. */
export const fundRuleNames: Readonly<Record<FundRuleKind, Text>> = {
  admitted: { da: 'Overenskomst', en: 'Agreement' },
  employers: { da: 'Arbejdsgiver', en: 'Employer' },
  employment: { da: 'Ansættelsesform', en: 'Kind of post' },
  notUnderNotice: { da: 'Ikke opsagt', en: 'Not under notice' },
  maxDays: { da: 'Kursets længde', en: 'Length of the course' },
  focus: { da: 'Kursets fokus', en: 'Focus of the course' },
  providers: { da: 'Udbyder', en: 'Provider' },
  levels: { da: 'Positivliste', en: 'Positive list' },
  preferredLevels: { da: 'Foretrukne niveauer', en: 'Preferred levels' },
  formal: { da: 'Formel kompetence', en: 'Formal qualification' },
  planLine: { da: 'Udviklingsplan', en: 'Development plan' },
  notCompulsory: { da: 'Ikke lovpligtig i ansættelsen', en: 'Not compulsory in the job' },
  costKinds: { da: 'Udgifter', en: 'Costs' },
  substituteCover: { da: 'Vikardækning', en: 'Substitute cover' },
  exVat: { da: 'Uden moms', en: 'Without VAT' },
  share: { da: 'Fondens andel', en: 'The fund’s share' },
  cap: { da: 'Loft', en: 'Cap' },
  earliest: { da: 'Tidligste ansøgning', en: 'Earliest application' },
  latest: { da: 'Seneste ansøgning', en: 'Latest application' },
  upload: { da: 'Underskrevet skema', en: 'Signed form' },
  signers: { da: 'Underskrifter', en: 'Signatures' },
  windows: { da: 'Ansøgningsvinduer', en: 'Application windows' },
  maxApplications: { da: 'Antal ansøgninger', en: 'Number of applications' },
  answer: { da: 'Svar', en: 'Answer' },
  group: { da: 'Gruppe', en: 'Group' },
  repayment: { da: 'Ikke optaget', en: 'Not admitted' },
  canBeEmpty: { da: 'Puljen kan være tom', en: 'The pool can be empty' },
  directLink: { da: 'Link til aktiviteten', en: 'Link to the activity' },
  note: { da: 'Bemærk', en: 'Note' },
};

const must = (strength: 'must' | 'should', verb: Text): Text =>
  strength === 'must' ? verb : { da: `${verb.da} som udgangspunkt`, en: `${verb.en}, as a rule,` };

/** The rule itself in a sentence, whatever the facts. */
const sentences: { readonly [K in FundRuleKind]: (rule: RuleOf<K>) => Text } = {
  admitted({ unionAreas }) {
    if (unionAreas === null) return { da: 'Alle ansatte kan søge.', en: 'All staff can apply.' };
    const names = listed(named(unionAreas, unionAreaNames));
    return { da: `For ansatte under ${names.da}.`, en: `For staff under ${names.en}.` };
  },
  employers({ employers }) {
    const names = listed(named(employers, employerNames), 'or');
    return { da: `For ansatte ved ${names.da}.`, en: `For staff employed by ${names.en}.` };
  },
  employment({ refused }) {
    const names = listed(named(refused, employmentNames), 'or');
    return { da: `Ikke for: ${names.da}.`, en: `Not for: ${names.en}.` };
  },
  notUnderNotice: () => ({
    da: 'Den, der er opsagt eller har sagt op, kan ikke søge.',
    en: 'Nobody under notice can apply.',
  }),
  maxDays({ days }) {
    const count = dayCount(days);
    return { da: `Kurset varer højst ${count.da}.`, en: `The course lasts at most ${count.en}.` };
  },
  focus({ focuses, strength }) {
    const names = listed(named(focuses, courseFocusNames), 'or');
    const verb = must(strength, { da: 'handler', en: 'is' });
    return { da: `Kurset ${verb.da} om ${names.da}.`, en: `The course ${verb.en} about ${names.en}.` };
  },
  providers({ providers, strength }) {
    const names = listed(named(providers, providerKindNames), 'or');
    const verb = must(strength, { da: 'er', en: 'is' });
    return { da: `Udbyderen ${verb.da}: ${names.da}.`, en: `The provider ${verb.en}: ${names.en}.` };
  },
  levels({ levels }) {
    const names = listed(named(levels, courseLevelNames));
    return { da: `Fonden støtter ${names.da}.`, en: `The fund supports: ${names.en}.` };
  },
  preferredLevels({ staffGroup, levels }) {
    const names = listed(named(levels, courseLevelNames));
    const group = staffGroupNames[staffGroup];
    return { da: `For ${group.da} primært ${names.da}.`, en: `For ${group.en} primarily: ${names.en}.` };
  },
  formal: ({ strength }) =>
    strength === 'must'
      ? { da: 'Uddannelsen giver formel kompetence.', en: 'The training gives a formal qualification.' }
      : {
          da: 'Primært uddannelse, der giver formel kompetence.',
          en: 'Primarily training that gives a formal qualification.',
        },
  planLine: () => ({
    da: 'Ansøgningen hænger sammen med medarbejderens udviklingsplan.',
    en: 'The application relates to the employee’s development plan.',
  }),
  notCompulsory: () => ({
    da: 'Et modul, der er lovpligtigt i ansættelsen, betales ikke.',
    en: 'A module that is compulsory in the job is not paid for.',
  }),
  costKinds({ kinds }) {
    const names = listed(smallNamed(kinds, costKindNames));
    return { da: `Fonden betaler: ${names.da}.`, en: `The fund pays: ${names.en}.` };
  },
  substituteCover: () => ({
    da: 'Fonden betaler også vikardækning, så medarbejderen kan undværes.',
    en: 'The fund also pays for substitute cover, so that the employee can be spared.',
  }),
  exVat: () => ({ da: 'Beløbene er uden moms.', en: 'The amounts are without VAT.' }),
  share({ percent }) {
    if (percent === 100) return { da: 'Fonden betaler 100 %.', en: 'The fund pays 100%.' };
    return {
      da: `Fonden betaler ${percent} %, arbejdspladsen ${100 - percent} %.`,
      en: `The fund pays ${percent}%, the workplace ${100 - percent}%.`,
    };
  },
  cap({ period, months, capOre, higher }) {
    const within =
      period === 'rolling'
        ? { da: `inden for ${monthCount(months).da}`, en: `within ${monthCount(months).en}` }
        : { da: 'pr. kalenderår', en: 'per calendar year' };
    const names = listed(named(higher?.levels ?? [], courseLevelNames), 'or');
    const more = higher && {
      da: `, ${moneyText(higher.capOre, 'da')} til ${names.da}`,
      en: `, ${moneyText(higher.capOre, 'en')} for a ${names.en}`,
    };
    return {
      da: `Højst ${moneyText(capOre, 'da')} ${within.da}${more?.da ?? ''}.`,
      en: `At most ${moneyText(capOre, 'en')} ${within.en}${more?.en ?? ''}.`,
    };
  },
  earliest: ({ months }) => ({
    da: `Der kan tidligst søges ${monthCount(months).da} før start.`,
    en: `The application can be made ${monthCount(months).en} before the start at the earliest.`,
  }),
  latest({ days }) {
    const when =
      days === 0
        ? { da: 'på startdagen', en: 'on the day it starts' }
        : days === 1
          ? { da: 'dagen før start', en: 'the day before it starts' }
          : { da: `${days} dage før start`, en: `${days} days before it starts` };
    return {
      da: `Der skal være søgt senest ${when.da}. Der er søgt, når det underskrevne skema er uploadet.`,
      en: `It must be applied for ${when.en} at the latest. It is applied for once the signed form is uploaded.`,
    };
  },
  upload({ days }) {
    const count = dayCount(days);
    return {
      da: `Det underskrevne skema skal uploades inden ${count.da} og før start, ellers bortfalder ansøgningen.`,
      en: `The signed form must be uploaded within ${count.en} and before the start, or the application lapses.`,
    };
  },
  signers({ signers }) {
    const names = listed(named(signers, signerNames));
    return { da: `Underskrives af ${names.da}.`, en: `Signed by ${names.en}.` };
  },
  windows({ windows }) {
    if (windows.length === 0)
      return {
        da: 'Der kan kun søges i bestemte vinduer. Datoerne er ikke skrevet ind.',
        en: 'It can be applied for in certain windows only. Their dates are not entered.',
      };
    const spans = listed(windows.map(windowText));
    return { da: `Der kan kun søges ${spans.da}.`, en: `It can be applied for only ${spans.en}.` };
  },
  maxApplications: ({ count }) => ({
    da: `Højst ${count} ${count === 1 ? 'ansøgning' : 'ansøgninger'} pr. person i samme vindue.`,
    en: `At most ${count} ${count === 1 ? 'application' : 'applications'} per person in the same window.`,
  }),
  answer: ({ fromDays, toDays }) => ({
    da: `Svar efter omkring ${fromDays}–${toDays} dage.`,
    en: `An answer after about ${fromDays}–${toDays} days.`,
  }),
  group: ({ from }) => ({
    da: `Er I mindst ${from} fra samme arbejdsplads og overenskomst til samme uddannelse, kan I sende et skema om forhåndsgodkendelse.`,
    en: `If you are at least ${from} of the same workplace and agreement for the same education, you can send a form for approval in advance.`,
  }),
  repayment: ({ noticeDays }) => ({
    da: `Bliver ansøgeren ikke optaget, betales bevillingen tilbage. Fonden skriver om det ${dayCount(noticeDays).da} før start.`,
    en: `If the applicant is not admitted, the grant is repaid. The fund writes about it ${dayCount(noticeDays).en} before the start.`,
  }),
  canBeEmpty: () => ({
    da: 'Puljen lukker, når den er brugt.',
    en: 'The pool closes when it is used up.',
  }),
  directLink: () => ({
    da: 'Ansøgningen skal have et direkte link til aktiviteten.',
    en: 'The application needs a direct link to the activity.',
  }),
  note: ({ text }) => ({ da: text, en: text }),
};

/** A window as its first and last day. */
export function windowText({ opensOn, closesOn }: { opensOn: string; closesOn: string }): Text {
  const [first, last] = [dayText(opensOn), dayText(closesOn)];
  return { da: `${first.da} – ${last.da}`, en: `${first.en} – ${last.en}` };
}

/** The rule itself in a sentence, in both languages. */
export const ruleText = (rule: FundRule): Text => (sentences[rule.kind] as (rule: FundRule) => Text)(rule);
