import {
  type Columns,
  checkColumns,
  headerKey,
  type MatchingOf,
  suggestColumns,
} from '../table-import/columns';
import type { Text } from '../text';

/** What a provider's list can say about an offer (R001-15, R001-16). The number is what a row is known by. */
export const offerFields = [
  'number',
  'title',
  'subject',
  'provider',
  'description',
  'qualification',
  'ects',
  'feeOre',
  'days',
  'startsOn',
  'endsOn',
  'signUpBy',
  'place',
  'seats',
  'minimumSeats',
  'url',
] as const;
export type OfferField = (typeof offerFields)[number];

/** Which column (counted from 0) holds which field. */
export type OfferMatching = MatchingOf<OfferField>;
/** Field → heading of its column: what a catalogue remembers from one import to the next. */
export type RememberedMatching = { readonly [Field in OfferField]?: string };

/** What the fields are called where a person matches columns and reads changes. */
export const offerFieldNames: Readonly<Record<OfferField, Text>> = {
  number: { da: 'Nummer', en: 'Number' },
  title: { da: 'Titel', en: 'Title' },
  subject: { da: 'Fag', en: 'Subject' },
  provider: { da: 'Udbyder', en: 'Provider' },
  description: { da: 'Beskrivelse', en: 'Description' },
  qualification: { da: 'Kompetence', en: 'Qualification' },
  ects: { da: 'ECTS', en: 'ECTS' },
  feeOre: { da: 'Pris', en: 'Fee' },
  days: { da: 'Dage', en: 'Days' },
  startsOn: { da: 'Start', en: 'Start' },
  endsOn: { da: 'Slut', en: 'End' },
  signUpBy: { da: 'Tilmeldingsfrist', en: 'Sign up by' },
  place: { da: 'Sted', en: 'Place' },
  seats: { da: 'Pladser', en: 'Seats' },
  minimumSeats: { da: 'Oprettes ved', en: 'Held with at least' },
  url: { da: 'Webadresse', en: 'Web address' },
};

// Most telling first. Compared without case, spaces and punctuation, so "Kursus-nr." is "kursusnr".
const synonyms: Readonly<Record<OfferField, string>> = {
  number:
    'kursusnr kursusnummer modulnr modulnummer holdnr holdnummer aktivitetsnr aktivitetsnummer udbudsnr katalognr kode kursuskode modulkode nr nummer id coursenumber courseno coursecode code number no',
  title:
    'titel kursustitel modultitel kursus kursusnavn modul modulnavn navn aktivitet uddannelse emne overskrift title coursetitle coursename course name',
  subject: 'fag undervisningsfag linjefag fagområde område subject',
  provider: 'udbyder arrangør institution udbudssted leverandør skole provider organiser organizer',
  description: 'beskrivelse indhold kursusbeskrivelse tekst om formål description content about',
  qualification:
    'kompetence kompetencegivende formelkompetence giver givermulighedfor kvalifikation type kursustype qualification gives',
  ects: 'ects ectspoint point antalects credits points',
  feeOre:
    'pris deltagerpris prisprdeltager prisperdeltager kursuspris deltagerbetaling deltagergebyr gebyr afgift kursusafgift beløb priskr prisikr prisdkk fee price cost',
  days: 'dage antaldage varighed kursusdage varighedidage days duration numberofdays',
  startsOn: 'start startdato begynder startder førstedag førstekursusdag dato fra startdate starts from date',
  endsOn: 'slut slutdato slutter sidstedag sidstekursusdag til ende enddate ends to end',
  signUpBy:
    'tilmeldingsfrist frist tilmeldsenest senesttilmelding sidstetilmelding ansøgningsfrist signupby deadline registrationdeadline',
  place: 'sted by kursussted adresse lokation hvor place location city venue',
  seats:
    'pladser antalpladser makspladser maksdeltagere maxdeltagere maks max seats maxparticipants capacity',
  minimumSeats:
    'oprettesved minimumdeltagere mindstedeltagere mindstdeltagere mindstantal minimum min holdetoprettesved oprettes status minimumseats minparticipants minimumparticipants',
  url: 'link url webadresse web hjemmeside læsmere tilmeldingslink website webpage',
};

export const offerColumns: Columns<OfferField> = {
  fields: offerFields,
  required: ['title'],
  names: offerFieldNames,
  synonyms,
};

export const suggestOfferMatching = (header: readonly string[]): OfferMatching =>
  suggestColumns(offerColumns, header);

export const checkOfferMatching = (header: readonly string[], matching: OfferMatching): void =>
  checkColumns(offerColumns, header, matching);

/** The headings of a matching, to be remembered. Headings, not places: a provider may move a column. */
export function headingsOf(header: readonly string[], matching: OfferMatching): RememberedMatching {
  return Object.fromEntries(
    offerFields.flatMap((field) => {
      const column = matching[field];
      return column === undefined ? [] : [[field, header[column] ?? '']];
    }),
  );
}

/**
 * A remembered matching found again in a new header. `isWhole` when every remembered heading stands there exactly
 * once, so that nobody has to be asked; otherwise the fields without one are `lost`, and headings are guessed for them.
 */
export function recallMatching(
  header: readonly string[],
  remembered: RememberedMatching,
): { matching: OfferMatching; isWhole: boolean; lost: OfferField[] } {
  const fields = offerFields.filter((field) => remembered[field] !== undefined);
  if (fields.length === 0) return { matching: suggestOfferMatching(header), isWhole: false, lost: [] };
  const keys = header.map(headerKey);
  const matching: { [Field in OfferField]?: number } = {};
  const lost: OfferField[] = [];
  for (const field of fields) {
    const key = headerKey(remembered[field] ?? '');
    const places = keys.flatMap((other, column) => (key !== '' && other === key ? [column] : []));
    if (places.length === 1) matching[field] = places[0];
    else lost.push(field);
  }
  const guess = suggestOfferMatching(header);
  const taken = new Set(Object.values(matching));
  for (const field of lost) {
    const column = guess[field];
    if (column !== undefined && !taken.has(column)) matching[field] = column;
  }
  return { matching, isWhole: lost.length === 0, lost };
}
