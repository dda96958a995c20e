import { daysBetween } from '../dates';
import { dayText } from '../day-text';
import { moneyText } from '../money';
import { courseLevelNames } from './fund-facts';
import { capFor } from './fund-money';
import { costKindNames } from './fund-words';
import { dayCount, listed, monthCount, smallNamed } from './listed';
import { ruleText, windowText } from './rule-text';
import { type Case, type Judges, met, refused, unknown, warning } from './verdict';

type Kinds =
  | 'costKinds'
  | 'substituteCover'
  | 'exVat'
  | 'share'
  | 'cap'
  | 'earliest'
  | 'latest'
  | 'upload'
  | 'signers'
  | 'windows'
  | 'maxApplications'
  | 'answer'
  | 'group'
  | 'repayment'
  | 'canBeEmpty'
  | 'note';

/** How much, and when. */
export const judgeMoneyAndDays: Judges<Kinds> = {
  costKinds(rule, { facts: { costs }, amounts: { applicableOre, notPaid } }) {
    const { da, en } = ruleText(rule);
    if (costs.every(({ amountOre }) => amountOre === 0))
      return unknown(`Skriv, hvad det koster. ${da}`, `Give what it costs. ${en}`);
    if (applicableOre === 0)
      return refused(`Ingen af udgifterne betales. ${da}`, `None of the costs is paid. ${en}`);
    const left = [...new Set(notPaid.flatMap(({ rule: by, kind }) => (by === rule.kind ? [kind] : [])))];
    if (left.length === 0) return met(da, en);
    const names = listed(smallNamed(left, costKindNames));
    return warning(`Betales ikke: ${names.da}. ${da}`, `Not paid: ${names.en}. ${en}`);
  },

  substituteCover(rule) {
    const { da, en } = ruleText(rule);
    return met(da, en);
  },

  exVat({ vatPercent }, { facts: { includesVat, costs } }) {
    if (costs.length === 0) return null;
    if (includesVat === null)
      return unknown('Skriv, om beløbene er med moms.', 'Say whether the amounts are with VAT.');
    return includesVat
      ? warning(
          `Beløbene er med moms. Fonden regner uden, så ${vatPercent} % er trukket fra.`,
          `The amounts are with VAT. The fund reckons without, so ${vatPercent}% is taken off.`,
        )
      : met('Beløbene er uden moms.', 'The amounts are without VAT.');
  },

  share(rule, { amounts: { applicableOre } }) {
    const { da, en } = ruleText(rule);
    return applicableOre === 0 ? null : met(da, en);
  },

  cap(rule, { facts: { level }, appliedOn, amounts }) {
    const { capOre, capLeftOre, overCapOre, counted, fundOre } = amounts;
    if (capOre === null || capLeftOre === null) return null;
    const used = counted.reduce((all, { amountOre }) => all + amountOre, 0);
    const [left, cap] = [both(capLeftOre), both(capFor(rule, level))];
    const nextFree = counted[0];
    const frees = nextFree
      ? {
          da: ` Den ${dayText(nextFree.freeOn).da} tæller ${moneyText(nextFree.amountOre, 'da')} ikke længere med.`,
          en: ` On ${dayText(nextFree.freeOn).en}, ${moneyText(nextFree.amountOre, 'en')} no longer counts.`,
        }
      : { da: '', en: '' };
    const within =
      rule.period === 'rolling'
        ? { da: `de seneste ${monthCount(rule.months).da}`, en: `the last ${monthCount(rule.months).en}` }
        : { da: `kalenderåret ${appliedOn.slice(0, 4)}`, en: `the calendar year ${appliedOn.slice(0, 4)}` };
    const had = {
      da: used > 0 ? ` Der er bevilget ${both(used).da} i ${within.da}.${frees.da}` : '',
      en: used > 0 ? ` ${both(used).en} has been granted in ${within.en}.${frees.en}` : '',
    };
    if (level === null && rule.higher !== null && overCapOre > 0 && used < rule.higher.capOre) {
      const names = listed(
        rule.higher.levels.map((one) => courseLevelNames[one]),
        'or',
      );
      return unknown(
        `Loftet er ${cap.da}, men højere til ${names.da}. Skriv niveauet.${had.da}`,
        `The cap is ${cap.en}, but higher for a ${names.en}. Give the level.${had.en}`,
      );
    }
    if (capLeftOre === 0)
      return refused(
        `Der er intet tilbage af loftet på ${cap.da}${had.da}`,
        `Nothing is left of the cap of ${cap.en}.${had.en}`,
      );
    if (overCapOre > 0)
      return warning(
        `Der er ${left.da} tilbage af loftet på ${cap.da}, så fonden betaler højst ${both(fundOre).da}${had.da}`,
        `${left.en} is left of the cap of ${cap.en}, so the fund pays at most ${both(fundOre).en}.${had.en}`,
      );
    return met(
      `Der er ${left.da} tilbage af loftet på ${cap.da}${had.da}`,
      `${left.en} is left of the cap of ${cap.en}.${had.en}`,
    );
  },

  earliest({ months }, { appliedOn, calendar: { earliestOn } }) {
    if (earliestOn === null) return null;
    const [from, count] = [dayText(earliestOn), monthCount(months)];
    return appliedOn < earliestOn
      ? refused(
          `Der kan tidligst søges ${from.da}, ${count.da} før start.`,
          `It can be applied for from ${from.en}, ${count.en} before the start.`,
        )
      : met(`Der kan søges fra ${from.da}.`, `It can be applied for from ${from.en}.`);
  },

  latest(_, { appliedOn, facts: { uploadedOn }, calendar: { latestOn } }) {
    if (latestOn === null) return null;
    const last = dayText(latestOn);
    if (appliedOn > latestOn)
      return refused(
        `Der skulle være søgt senest ${last.da}. Der er først søgt, når det underskrevne skema er uploadet.`,
        `It had to be applied for by ${last.en}. It is applied for only once the signed form is uploaded.`,
      );
    return uploadedOn === null
      ? met(
          `Det underskrevne skema skal være uploadet senest ${last.da}.`,
          `The signed form must be uploaded by ${last.en}.`,
        )
      : met(`Der er søgt i tide, senest ${last.da}.`, `It was applied for in time, by ${last.en}.`);
  },

  upload({ days }, { today, facts, calendar: { uploadBy } }) {
    const { sentOn, uploadedOn } = facts;
    if (uploadBy === null) return null;
    const by = dayText(uploadBy);
    const [whole, left] = [dayCount(days), dayCount(Math.max(0, daysBetween(today, uploadBy)))];
    if (uploadedOn !== null) {
      return uploadedOn > uploadBy
        ? refused(
            `Det underskrevne skema blev uploadet for sent, senest ${by.da}. Ansøgningen bortfalder.`,
            `The signed form was uploaded too late; ${by.en} was the last day. The application lapses.`,
          )
        : met('Det underskrevne skema er uploadet i tide.', 'The signed form was uploaded in time.');
    }
    if (today > uploadBy)
      return refused(
        `Det underskrevne skema skulle være uploadet senest ${by.da}. Ansøgningen bortfalder.`,
        `The signed form had to be uploaded by ${by.en}. The application lapses.`,
      );
    return sentOn === null
      ? met(
          `Oprettes ansøgningen i dag, skal det underskrevne skema uploades senest ${by.da}.`,
          `If the application is made today, the signed form must be uploaded by ${by.en}.`,
        )
      : warning(
          `Det underskrevne skema mangler: ${left.da} af ${whole.da} tilbage, senest ${by.da}.`,
          `The signed form is missing: ${left.en} of ${whole.en} left, by ${by.en}.`,
        );
  },

  signers(rule) {
    const { da, en } = ruleText(rule);
    return met(da, en);
  },

  windows({ windows }, { appliedOn: day, facts: { startsOn, sentOn, uploadedOn }, calendar }) {
    const open = windows.find(({ opensOn, closesOn }) => opensOn <= day && day <= closesOn);
    if (open)
      return met(`Vinduet er åbent: ${windowText(open).da}.`, `The window is open: ${windowText(open).en}.`);
    const hasApplied = sentOn !== null || uploadedOn !== null;
    if (windows.length > 0 && hasApplied)
      return refused('Der er søgt uden for vinduerne.', 'It was applied for outside the windows.');
    const next = calendar.windows.find(({ opensOn }) => opensOn > day && opensOn < startsOn);
    if (next)
      return warning(
        `Der kan først søges i næste vindue: ${windowText(next).da}.`,
        `It can be applied for only in the next window: ${windowText(next).en}.`,
      );
    return unknown(
      'Der kan kun søges i vinduer på en uge, og det næste er ikke skrevet ind. Se datoen på fondens side.',
      'It can be applied for only in windows of a week, and the next is not entered. See its date on the fund’s page.',
    );
  },

  maxApplications({ count }, { facts: { otherApplications } }) {
    const all = otherApplications + 1;
    return all > count
      ? refused(
          `Det er ansøgning nummer ${all} i samme vindue. Der må højst være ${count}.`,
          `This is application number ${all} in the same window. ${count} are allowed.`,
        )
      : met(
          `Ansøgning nummer ${all} af højst ${count} i samme vindue.`,
          `Application number ${all} of at most ${count} in the same window.`,
        );
  },

  answer({ fromDays, toDays }, { facts: { startsOn }, calendar: { answerBy } }) {
    if (answerBy === null) return null;
    const by = dayText(answerBy);
    return answerBy >= startsOn
      ? warning(
          `Svaret kommer efter omkring ${fromDays}–${toDays} dage og kan komme, efter at kurset er begyndt.`,
          `The answer takes about ${fromDays}–${toDays} days and may come after the course has begun.`,
        )
      : met(`Svaret ventes senest ${by.da}.`, `The answer is expected by ${by.en}.`);
  },

  group(rule, { facts: { groupSize } }) {
    if (groupSize < rule.from) return null;
    const { da, en } = ruleText(rule);
    return met(da, en);
  },

  repayment(rule) {
    const { da, en } = ruleText(rule);
    return met(da, en);
  },

  canBeEmpty(_, { facts: { isPoolOpen } }) {
    if (isPoolOpen === null)
      return unknown(
        'Puljen lukker, når den er brugt. Se på fondens side, om den er åben.',
        'The pool closes when it is used up. See on the fund’s page whether it is open.',
      );
    return isPoolOpen
      ? met('Puljen er åben.', 'The pool is open.')
      : refused('Puljen er lukket, fordi den er brugt.', 'The pool is closed because it is used up.');
  },

  note: ({ text }) => met(text, text),
};

const both = (ore: Case['amounts']['totalOre']) => ({ da: moneyText(ore, 'da'), en: moneyText(ore, 'en') });
