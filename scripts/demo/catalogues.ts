import type { DemoMachine } from './machine';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };

const head =
  'Modulnr.;Modul;Fag;Giver;ECTS;Start;Slut;Tilmeldingsfrist;Sted;Pris;Pladser;Oprettes ved;Udbyder;Beskrivelse';
const provider = 'Professionshøjskolen';

type Module = {
  number: string;
  title: string;
  subject: string;
  gives: string;
  ects: string;
  starts: string;
  ends: string;
  signUpBy: string;
  place: string;
  fee: string;
  seats: string;
  minimum: string;
  text: string;
};
const module = (number: string, title: string, subject: string, change: Partial<Module> = {}): Module => ({
  number,
  title,
  subject,
  gives: 'Formel kompetence',
  ects: '10',
  starts: '23-08-2027',
  ends: '10-12-2027',
  signUpBy: '15-03-2027',
  place: 'Professionshøjskolen, Nordmarke',
  fee: '14.500,00',
  seats: '28',
  minimum: 'Oprettes ved mindst 16 tilmeldte',
  text: 'Kompetence i undervisning: faget i moduler med undervisning, studiegruppe og prøve.',
  ...change,
});
const spring = { starts: '17-01-2028', ends: '26-05-2028', signUpBy: '15-10-2027' };
const update = {
  gives: 'Supplerende – støtter lederens vurdering',
  ects: '',
  fee: '3.200,00',
  seats: '20',
  minimum: 'Oprettes ved nok tilmeldte',
  text: '- Introduktion til fagets didaktik\n- Tæt på praksis og på tværs af skoler',
};

/** KiU as it was sent in August, then as it was sent in November: dearer, moved, taken off and new (R001-15, R001-16). */
const august: readonly Module[] = [
  module('KIU-101', 'KiU dansk, 7.–10. klasse', 'dansk'),
  module('KIU-102', 'KiU dansk, 7.–10. klasse', 'dansk', {
    ...spring,
    place: 'Professionshøjskolen, Vestermarke',
  }),
  module('KIU-110', 'KiU matematik, 4.–10. klasse', 'matematik'),
  module('KIU-120', 'KiU engelsk, 4.–10. klasse', 'engelsk'),
  module('KIU-130', 'KiU tysk', 'tysk', { minimum: 'Oprettes ved nok tilmeldte' }),
  module('KIU-140', 'KiU natur/teknologi', 'natur/teknologi'),
  module('KIU-150', 'KiU håndværk og design', 'håndværk og design', spring),
  module('KIU-160', 'KiU madkundskab', 'madkundskab', spring),
  module('KIU-170', 'KiU historie', 'historie'),
  module('KIU-180', 'KiU idræt', 'idræt', { minimum: 'Oprettet' }),
];
const november: readonly Module[] = [
  ...august
    .filter(({ number }) => number !== 'KIU-160')
    .map((one) => {
      if (one.number === 'KIU-102') return { ...one, fee: '15.250,00', place: 'Professionshøjskolen, Søby' };
      if (one.number === 'KIU-140') return { ...one, minimum: 'Oprettet' };
      return one;
    }),
  module('KIU-190', 'KiU kristendomskundskab', 'kristendomskundskab', spring),
];
const municipal: readonly Module[] = [
  module('NK-01', 'Supplerende kursus i billedkunst', 'billedkunst', {
    ...update,
    starts: '11-03-2027',
    ends: '29-04-2027',
    signUpBy: '11-01-2027',
    place: 'Pædagogisk center',
  }),
  module('NK-02', 'Supplerende kursus i musik', 'musik', {
    ...update,
    starts: '02-02-2027',
    ends: '23-03-2027',
    signUpBy: '11-12-2026',
    place: 'Musikskolen',
  }),
  module('NK-03', 'Opdatering i natur/teknologi', 'natur/teknologi', {
    ...update,
    gives: 'Opdatering',
    fee: '1.450,00',
    starts: '20-04-2027',
    ends: '20-04-2027',
    signUpBy: '',
    place: 'Naturskolen',
  }),
  module('NK-04', 'Kulturfag på tværs', 'kulturfag', {
    ...update,
    gives: 'Opdatering',
    fee: 'gratis',
    starts: '',
    ends: '',
    signUpBy: '',
    place: '',
    text: 'Dato følger i foråret.',
  }),
];

/** A list as a provider sends it: UTF-8 with its mark, as Excel saves it, with semicolons and quoted line breaks. */
function listOf(modules: readonly Module[], from: string): Buffer {
  const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const rows = modules.map((one) =>
    [
      one.number,
      one.title,
      one.subject,
      one.gives,
      one.ects,
      one.starts,
      one.ends,
      one.signUpBy,
      one.place,
      one.fee,
      one.seats,
      one.minimum,
      from,
      one.text,
    ]
      .map(quoted)
      .join(';'),
  );
  return Buffer.from(`\ufeff${[head, ...rows].join('\r\n')}\r\n`);
}

/** The KiU catalogue twice and the municipality's once; a spring run of KiU dansk is in the programme, and has changed. */
export function catalogueLife(demo: DemoMachine): Event[] {
  const made = new Map<string, string>();
  const importList = async (name: string, file: string, bytes: Buffer) => {
    const catalogueId = made.get(name) ?? '';
    demo.chooseNext({ name: file, bytes });
    const chosen = await demo.call('catalogues', 'choose', { catalogueId });
    if (!chosen) throw new Error(`The list ${file} was not chosen.`);
    await demo.call('catalogues', 'apply', { ticket: chosen.ticket, columns: chosen.columns });
    return chosen.isMatched;
  };
  return [
    {
      at: '2026-08-24T11:00',
      run: async () => {
        const { id } = await demo.call('catalogues', 'save', { name: 'KiU 2027/28', kind: 'kiu' });
        made.set('KiU', id);
        await importList('KiU', 'KiU Fag og moduler oversigt.csv', listOf(august, provider));
      },
    },
    {
      at: '2026-08-24T11:30',
      run: async () => {
        const { offers } = await demo.call('catalogues', 'offers', {});
        const offerId = offers.find(({ number }) => number === 'KIU-102')?.id ?? '';
        const { likeItems } = await demo.call('catalogues', 'offer', { id: offerId });
        const [item] = likeItems;
        if (!item) throw new Error('The programme has no KiU dansk to hang the spring run on.');
        await demo.call('catalogues', 'take', {
          offerId,
          itemId: item.itemId,
          kind: 'formalTraining',
          level: 'individual',
          minimumSeats: null,
        });
      },
    },
    {
      at: '2026-09-07T10:00',
      run: async () => {
        const { id } = await demo.call('catalogues', 'save', {
          name: 'Nordmarke Kommunes kurser',
          kind: 'municipal',
        });
        made.set('Nordmarke', id);
        await importList('Nordmarke', 'Kurser i Nordmarke.csv', listOf(municipal, 'Nordmarke Kommune'));
      },
    },
    {
      at: '2026-11-16T10:00',
      run: async () => {
        const isMatched = await importList('KiU', 'KiU november.csv', listOf(november, provider));
        if (!isMatched) throw new Error('The columns of KiU were not remembered.');
      },
    },
  ];
}
