import {
  courseFocusNames,
  courseLevelNames,
  employerNames,
  employmentNames,
  providerKindNames,
  staffGroupNames,
  unionAreaNames,
} from './fund-facts';
import { dayCount, listed, named } from './listed';
import { type Judges, met, refused, unknown, warning } from './verdict';

type Kinds =
  | 'admitted'
  | 'employers'
  | 'employment'
  | 'notUnderNotice'
  | 'maxDays'
  | 'focus'
  | 'providers'
  | 'levels'
  | 'preferredLevels'
  | 'formal'
  | 'planLine'
  | 'notCompulsory'
  | 'directLink';

/** Who may apply, and for what. */
export const judgeWhoAndWhat: Judges<Kinds> = {
  admitted({ unionAreas }, { facts: { unionArea } }) {
    if (unionAreas === null) return met('Alle ansatte kan søge.', 'All staff can apply.');
    const names = listed(named(unionAreas, unionAreaNames));
    if (unionArea === null)
      return unknown(
        `Skriv ansøgerens overenskomst: området er for ${names.da}.`,
        `Give the applicant’s agreement: the area is for ${names.en}.`,
      );
    const own = unionAreaNames[unionArea];
    if (unionAreas.includes(unionArea))
      return met(`Overenskomsten, ${own.da}, er med.`, `The agreement, ${own.en}, is admitted.`);
    return refused(
      `Området er for ${names.da}, ikke for: ${own.da}.`,
      `The area is for ${names.en}, not for: ${own.en}.`,
    );
  },

  employers({ employers }, { facts: { employer } }) {
    const names = listed(named(employers, employerNames), 'or');
    if (employer === null)
      return unknown(
        `Skriv, hvem der er arbejdsgiver: fonden er for ansatte ved ${names.da}.`,
        `Give the employer: the fund is for staff of ${names.en}.`,
      );
    if (employers.includes(employer))
      return met('Arbejdsgiveren er med i fonden.', 'The employer is part of the fund.');
    return refused(
      `Fonden er for ansatte ved ${names.da}. Skolens arbejdsgiver er ${employerNames[employer].da}.`,
      `The fund is for staff of ${names.en}. The school’s employer is ${employerNames[employer].en}.`,
    );
  },

  employment({ refused: out }, { facts: { employment } }) {
    if (employment === null)
      return unknown('Skriv, hvordan ansøgeren er ansat.', 'Give the applicant’s kind of post.');
    const own = employmentNames[employment];
    if (out.includes(employment))
      return refused(
        `Ansættelsesformen er ikke med i fonden: ${own.da}.`,
        `The kind of post is not admitted by the fund: ${own.en}.`,
      );
    return met(`Ansættelsesformen er med: ${own.da}.`, `The kind of post is admitted: ${own.en}.`);
  },

  notUnderNotice(_, { facts: { isUnderNotice } }) {
    if (isUnderNotice === null)
      return unknown(
        'Skriv, om ansøgeren er i opsagt stilling.',
        'Say whether the applicant is under notice.',
      );
    if (isUnderNotice) return refused('Ansøgeren er i opsagt stilling.', 'The applicant is under notice.');
    return met('Ansøgeren er ikke i opsagt stilling.', 'The applicant is not under notice.');
  },

  maxDays({ days: most }, { facts: { days } }) {
    const limit = dayCount(most);
    if (days === null)
      return unknown(
        `Skriv, hvor mange dage kurset varer: fonden støtter højst ${limit.da}.`,
        `Give how many days the course lasts: the fund supports at most ${limit.en}.`,
      );
    const own = dayCount(days);
    if (days <= most)
      return met(
        `Kurset varer ${own.da}, højst ${limit.da} er tilladt.`,
        `The course lasts ${own.en}; at most ${limit.en} are allowed.`,
      );
    return refused(
      `Kurset varer ${own.da}. Fonden støtter højst ${limit.da}.`,
      `The course lasts ${own.en}. The fund supports at most ${limit.en}.`,
    );
  },

  focus({ focuses, strength }, { facts: { focus } }) {
    const names = listed(named(focuses, courseFocusNames), 'or');
    if (focus === null)
      return unknown(
        `Skriv, hvad kurset handler om: fonden støtter ${names.da}.`,
        `Say what the course is about: the fund supports ${names.en}.`,
      );
    const own = courseFocusNames[focus];
    if (focuses.includes(focus)) return met(`Kurset handler om ${own.da}.`, `The course is about ${own.en}.`);
    return (strength === 'must' ? refused : warning)(
      `Kurset handler om ${own.da}. Fonden støtter ${names.da}.`,
      `The course is about ${own.en}. The fund supports ${names.en}.`,
    );
  },

  providers({ providers, strength }, { facts: { provider } }) {
    const names = listed(named(providers, providerKindNames), 'or');
    if (provider === null)
      return unknown(
        `Skriv, hvem der udbyder kurset: ${names.da} er med.`,
        `Say who offers the course: ${names.en} is admitted.`,
      );
    const own = providerKindNames[provider];
    if (providers.includes(provider))
      return met(`Udbyderen er med: ${own.da}.`, `The provider is admitted: ${own.en}.`);
    return (strength === 'must' ? refused : warning)(
      `Udbyderen er ${own.da}. Fonden støtter ${names.da}.`,
      `The provider is: ${own.en}. The fund supports: ${names.en}.`,
    );
  },

  levels({ levels }, { facts: { level } }) {
    const names = listed(named(levels, courseLevelNames));
    if (level === null)
      return unknown(
        `Skriv, hvilket niveau det er: fonden støtter ${names.da}.`,
        `Give the level: the fund supports ${names.en}.`,
      );
    const own = courseLevelNames[level];
    if (levels.includes(level))
      return met(`Niveauet er på positivlisten: ${own.da}.`, `The level is on the positive list: ${own.en}.`);
    return refused(
      `Niveauet er ikke på positivlisten: ${own.da}. Fonden støtter ${names.da}.`,
      `The level is not on the positive list: ${own.en}. The fund supports ${names.en}.`,
    );
  },

  preferredLevels({ staffGroup, levels }, { facts }) {
    const group = staffGroupNames[staffGroup];
    if (facts.staffGroup === null)
      return unknown(
        `Skriv, om ansøgeren hører til ${group.da}.`,
        `Say whether the applicant belongs to ${group.en}.`,
      );
    if (facts.staffGroup !== staffGroup) return null;
    const names = listed(named(levels, courseLevelNames));
    if (facts.level === null)
      return unknown(
        `Skriv, hvilket niveau det er: for ${group.da} primært ${names.da}.`,
        `Give the level: for ${group.en} primarily ${names.en}.`,
      );
    const own = courseLevelNames[facts.level];
    if (levels.includes(facts.level))
      return met(
        `For ${group.da} primært ${names.da}: det er det.`,
        `For ${group.en} primarily ${names.en}: it is.`,
      );
    return warning(
      `For ${group.da} støttes primært ${names.da}. Dette er: ${own.da}.`,
      `For ${group.en} it is primarily ${names.en}. This is: ${own.en}.`,
    );
  },

  formal({ strength }, { facts: { isFormal } }) {
    if (isFormal === null)
      return unknown(
        'Skriv, om uddannelsen giver formel kompetence.',
        'Say whether the training gives a formal qualification.',
      );
    if (isFormal)
      return met('Uddannelsen giver formel kompetence.', 'The training gives a formal qualification.');
    return (strength === 'must' ? refused : warning)(
      'Uddannelsen giver ikke formel kompetence.',
      'The training does not give a formal qualification.',
    );
  },

  planLine: (_, { facts: { hasPlanLine } }) =>
    hasPlanLine
      ? met(
          'Ansøgningen hænger sammen med en linje i udviklingsplanen.',
          'The application relates to a line of the development plan.',
        )
      : refused(
          'Ansøgningen hænger ikke sammen med en linje i udviklingsplanen. Vælg linjen, eller aftal den i samtalen først.',
          'The application does not relate to a line of the development plan. Choose the line, or agree on it in the talk first.',
        ),

  notCompulsory(_, { facts: { compulsory } }) {
    switch (compulsory) {
      case null:
        return unknown(
          'Skriv, om modulet er lovpligtigt i ansættelsen.',
          'Say whether the module is compulsory in the job.',
        );
      case 'yes':
        return refused(
          'Modulet er lovpligtigt i ansættelsen, og det betaler fonden ikke.',
          'The module is compulsory in the job, and the fund does not pay for that.',
        );
      case 'leaderRequirement':
        return unknown(
          'Modulet tæller i de 10 ECTS, en leder skal have. Fonden kan regne dem for lovpligtige. Spørg fonden; her afgøres det ikke.',
          'The module counts in the 10 ECTS a leader shall have. The fund may hold them to be compulsory. Ask the fund; it is not decided here.',
        );
      case 'no':
        return met('Modulet er ikke lovpligtigt i ansættelsen.', 'The module is not compulsory in the job.');
    }
  },

  directLink: (_, { facts: { url } }) =>
    url === ''
      ? warning(
          'Skriv et direkte link til aktiviteten: skemaet beder om det.',
          'Give a direct link to the activity: the form asks for it.',
        )
      : met('Linket til aktiviteten er skrevet ind.', 'The link to the activity is given.'),
};
