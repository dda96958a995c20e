import type { DemoTalk } from './demo-talk';
import { otherLevels } from './levels-2024';

/** Talks outside the rhythm of the teams: the office, a leaver, and two talks about one competence alone. */
export const otherTalks: readonly DemoTalk[] = [
  // Kirsten and Ole have MUS every year, as Administration og service does.
  {
    who: 'T01',
    heldOn: '2026-01-26',
    startsAt: '10:00',
    notes: [
      'Kurset i elevadministration gav ro i indskrivningen.',
      'Kontoret mangler et sted at tale uforstyrret.',
      '',
      'Indskrivning, fravær og skolens post.',
      'Vil gerne have en akademiuddannelse, ét modul ad gangen.',
      'Aftalt: akademimodul i kommunal forvaltning med tilskud fra fonden.',
    ],
    promises: [
      {
        competence: 'Administration',
        activity: 'Akademimodul i kommunal forvaltning',
        who: 'Kirsten Wulff',
        dueOn: '2027-06-30',
        giver: 'employee',
        receiver: 'school',
        origin: 'both',
      },
      {
        competence: 'Administration',
        activity: 'Finde et lokale til telefonsamtaler, der ikke må høres',
        who: 'Birgitte Halkjær',
        dueOn: '2026-05-29',
        giver: 'leader',
        receiver: 'employee',
        origin: 'wish',
        outcome: { state: 'kept', reason: 'Det gamle depot er indrettet.', markedOn: '2026-05-11' },
      },
    ],
  },
  {
    who: 'T02',
    heldOn: '2026-01-26',
    startsAt: '11:00',
    notes: [
      'Kalenderen over eftersyn er blevet et fast redskab.',
      'Godt samarbejde med Sami og kontoret.',
      '',
      'Ny varmestyring i hovedbygningen.',
      'Vil gerne kende den, før den bliver sat op.',
      'Aftalt: kursus i energistyring.',
    ],
    promises: [
      {
        competence: 'Drift',
        activity: 'Kursus i energistyring',
        who: 'Ole Brandstrup',
        dueOn: '2026-12-18',
        giver: 'employee',
        receiver: 'school',
        origin: 'both',
      },
    ],
  },
  // Sami has not had a talk since this one: more than three years.
  {
    who: 'T03',
    heldOn: '2022-12-06',
    startsAt: '10:00',
    notes: [
      'Første samtale.',
      'Godt samarbejde med Ole.',
      '',
      'Udearealer og daglig drift.',
      'Vil gerne have truckcertifikat.',
      'Aftalt: truckcertifikat i foråret.',
    ],
    promises: [
      {
        competence: 'Drift',
        activity: 'Truckcertifikat',
        who: 'Sami Rahimi',
        dueOn: '2023-05-31',
        giver: 'employee',
        receiver: 'school',
        origin: 'both',
        outcome: { state: 'kept', reason: 'Bestået i maj.', markedOn: '2023-05-24' },
      },
    ],
  },
  // Story 11: Flemming has left since.
  {
    who: 'F02',
    heldOn: '2022-11-22',
    startsAt: '13:30',
    notes: [
      'Godt år i matematik.',
      'Trives i udskolingen.',
      '',
      'Matematik i 8. og 9. klasse.',
      'Vil gerne dele sine opgavesamlinger.',
      'Aftalt: opgavesamlingerne lægges i fagets mappe.',
    ],
    promises: [
      {
        competence: 'Fagdidaktik',
        activity: 'Lægge opgavesamlingerne i fagteamets mappe',
        who: 'Flemming Juul',
        dueOn: '2023-05-26',
        giver: 'employee',
        receiver: 'team',
        origin: 'both',
        outcome: { state: 'kept', reason: 'Ligger i mappen og bliver brugt.', markedOn: '2023-05-22' },
      },
    ],
  },
  // Story 3 and 15: Thomas, new as a leader, on the old wording of “Data og kvalitetsudvikling”.
  {
    kind: 'KUS',
    who: 'S02',
    heldOn: '2026-03-12',
    startsAt: '09:00',
    ...otherLevels['S02 2026-03-12'],
    notes: [
      'Første samtale. Thomas begyndte 1. januar.',
      'Lederen for indskoling og SFO skal kende kravet om 10 ECTS i ledelse. Fristen for at begynde er 1. januar 2027.',
      'Enige. Kender undervisningen godt, og lovgivning og data er nyt.',
      'Thomas finder et modul, og Birgitte giver tid til det.',
    ],
    promises: [
      {
        competence: 'Skolelovgivning og overenskomst',
        activity: 'Vælge og tilmelde sig det første modul af de 10 ECTS',
        who: 'Thomas Ravnholt',
        dueOn: '2026-10-30',
        giver: 'employee',
        receiver: 'school',
        origin: 'need',
      },
      {
        competence: 'Data og kvalitetsudvikling',
        activity: 'Gennemgå trivselsmålingen sammen, før den kommer på teammødet',
        who: 'Birgitte Halkjær',
        dueOn: '2026-06-19',
        giver: 'leader',
        receiver: 'employee',
        origin: 'both',
        outcome: {
          state: 'kept',
          reason: 'Gennemgået i maj. Thomas holdt selv mødet.',
          markedOn: '2026-06-01',
        },
      },
    ],
  },
  // Story 1: Gitte and KiU in dansk.
  {
    kind: 'KUS',
    who: 'L24',
    heldOn: '2026-10-06',
    startsAt: '14:00',
    notes: [
      'KiU er undersøgt: Det udbydes fra august 2027.',
      '210 timers dansk i 9.A uden kompetence. Gitte vil gerne blive i faget, og skolen har brug for det.',
      'Stærk didaktik fra tysk og fransk. Læsning og tekstarbejde på dansk er det nye.',
      'Ansøgningen om KiU i dansk er begyndt. Susanne er sparringspartner i år.',
    ],
    promises: [
      {
        competence: 'Faglig indsigt i egne undervisningsfag',
        activity: 'Skrive ansøgningen om KiU i dansk færdig',
        who: 'Gitte Rosenkjær',
        dueOn: '2026-12-11',
        giver: 'employee',
        receiver: 'school',
        origin: 'both',
      },
      {
        competence: 'Fagdidaktik',
        activity: 'En fast time om ugen med Susanne Fabricius om dansk i 9. klasse',
        who: 'Amina Farooq',
        dueOn: '2026-11-13',
        giver: 'leader',
        receiver: 'employee',
        origin: 'need',
        outcome: { state: 'kept', reason: 'Lagt i skemaet fra uge 44.', markedOn: '2026-11-02' },
      },
    ],
  },
];
