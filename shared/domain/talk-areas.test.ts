import { describe, expect, it } from 'vitest';
import { agendaOf, standardForm } from './talk-areas';
import { formProblems, writtenForm } from './talk-forms/written-form';
import { talkKinds } from './talk-kinds';

const titles = (kind: (typeof talkKinds)[number]) =>
  standardForm(kind).areas.map(({ number, title }) => `${number} ${title.da}`);

describe('the forms that come with Spind', () => {
  it('have the six main areas of a MUS word for word (R002-08)', () => {
    expect(titles('MUS')).toEqual([
      '1 Opfølgning på sidste MUS – resultater, opgaver og udvikling',
      '2 Samarbejde og arbejdsforhold',
      '3 Kompetencevurdering',
      '4 Opgaver og mål for det kommende år',
      '5 Din udvikling – kompetencer og job',
      '6 Individuel udviklings- og handlingsplan',
    ]);
  });

  it('have the five main areas of a TUS word for word (R002-09)', () => {
    expect(titles('TUS')).toEqual([
      '1 Opfølgning på sidste TUS - resultater, opgaver og udvikling',
      '2 Teamets fremtid – opgaver, samarbejde og udvikling',
      '3 Kompetencespind – hvor skal fokus være de kommende to år?',
      '4 Kompetencevurdering',
      '5 Mål og handlingsplaner for teamets udvikling de kommende to år',
    ]);
    expect(standardForm('TUS').areas.map(({ part }) => part)).toEqual([
      'followUp',
      'note',
      'picture',
      'ratings',
      'plan',
    ]);
  });

  it('ask no more of a GRUS than two hours hold, and make needs and expectations clear in a KUS', () => {
    const { length } = standardForm('GRUS').areas;
    expect(length).toBeGreaterThanOrEqual(4);
    expect(length).toBeLessThanOrEqual(5);
    expect(titles('KUS')[1]).toBe('2 Gensidig afklaring af behov og forventninger');
  });

  it.each(talkKinds)('%s can be used as it is, in both languages, with questions to every area', (kind) => {
    const form = standardForm(kind);
    for (const language of ['da', 'en'] as const) {
      const written = writtenForm(form, language);
      expect(formProblems(kind, written.areas)).toEqual([]);
      expect(written.purpose).not.toBe('');
      expect(written.notForDiscussion).not.toBe('');
      expect(agendaOf(form.areas, language).split('\n')).toEqual(
        form.areas.map(({ title }, index) => `${index + 1}. ${title[language]}`),
      );
    }
    expect(form.areas.map(({ questions }) => questions.length)).toEqual(form.areas.map(() => 3));
  });
});
