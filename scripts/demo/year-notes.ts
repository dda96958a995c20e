/** What leaders wrote down during the year, for the talk that followed (U9). */
type DemoNote = {
  /** Employee number, or the name of a team. */
  readonly who: string;
  readonly writtenOn: string;
  readonly text: string;
};

/** The first five were taken up by the talks that followed; those since August 2026 wait, or were taken up in November. */
export const yearNotes: readonly DemoNote[] = [
  {
    who: 'B01',
    writtenOn: '2024-06-12',
    text: 'Alle tre børnehaver har taget drejebogen for overgangen i brug. To af dem ringede selv for at sige tak.',
  },
  {
    who: 'L08',
    writtenOn: '2025-03-17',
    text: 'Oplægget om feedback: Der var stille, og så begyndte alle at tale. Tre har bedt om skabelonen.',
  },
  {
    who: 'L07',
    writtenOn: '2025-04-02',
    text: 'Julekoncertens orkester er fortsat i spillefrikvarteret. 24 børn hver uge.',
  },
  {
    who: 'Mellemtrinsteam',
    writtenOn: '2025-09-18',
    text: 'Forældrene i 4. årgang spørger, hvorfor tilbagemeldinger ser så forskellige ud fra fag til fag.',
  },
  {
    who: 'L11',
    writtenOn: '2025-10-02',
    text: 'Bo har bedt om sin egen samtale i år. Han får den.',
  },
  {
    who: 'L09',
    writtenOn: '2026-08-27',
    text: 'Lars-Ole gik ind i 3. klasses naturfagstime uden at blive bedt om det. Henrik vil gerne have mere af det.',
  },
  {
    who: 'L01',
    writtenOn: '2026-09-10',
    text: 'Læsegrupperne i 2.A: Fire forældre har skrevet, at børnene læser højt hjemme nu.',
  },
  {
    who: 'L15',
    writtenOn: '2026-09-03',
    text: 'Kasper har bestået to moduler på meritlæreruddannelsen. Mentoren fra 2024 er aldrig fundet. Det skal vi sige højt.',
  },
  {
    who: 'L15',
    writtenOn: '2026-10-28',
    text: 'Historieforløbet i 5.A om vikingetidens handel. Eleverne forklarede selv forældrene, hvad de havde lært.',
  },
  {
    who: 'L08',
    writtenOn: '2026-10-07',
    text: 'Anden kollegavejledning hos Mikkel. Han siger, at spørgsmålene var bedre end svar.',
  },
  {
    who: 'L07',
    writtenOn: '2026-09-22',
    text: 'Start- og slutrutinerne holder i begge 1. klasser, også når Zeynep er syg.',
  },
  {
    who: 'P03',
    writtenOn: '2026-10-14',
    text: 'Zeynep har sat Maja ind i 1. årgangs faste rutiner. Det mærkes om morgenen.',
  },
  {
    who: 'L24',
    writtenOn: '2026-11-04',
    text: 'Ansøgningen om KiU mangler kun skolens udtalelse.',
  },
  {
    who: 'L14',
    writtenOn: '2026-10-01',
    text: 'Første dag tilbage. Vil gerne tale om, hvordan 5. årgang har det, når hun er landet.',
  },
  {
    who: 'L20',
    writtenOn: '2026-11-12',
    text: 'Maria og Anders har aftalt at bytte timer. God idé, også hvis en af dem bliver syg.',
  },
  {
    who: 'Mellemtrinsteam',
    writtenOn: '2026-11-18',
    text: 'Midtvejs i planen fra TUS: tre af seks aftaler er klaret. Elevsamtalerne mangler i 4. årgang.',
  },
  {
    who: 'Udskolingsteam',
    writtenOn: '2026-11-03',
    text: 'Projektugen gav færre konflikter end ventet. Teamet vil selv fortælle om den på det næste fælles møde.',
  },
];
