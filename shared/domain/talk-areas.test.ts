import { describe, expect, it } from 'vitest';
import { invitationDefaults, talkAreaNumber, talkAreaNumbers, talkAreas } from './talk-areas';

describe('the six main areas of a MUS (R002-08)', () => {
  it('stand in the order and the words of the source', () => {
    expect(talkAreas.map((area) => `${area.number} ${area.title.da}`)).toEqual([
      '1 Opfølgning på sidste MUS – resultater, opgaver og udvikling',
      '2 Samarbejde og arbejdsforhold',
      '3 Kompetencevurdering',
      '4 Opgaver og mål for det kommende år',
      '5 Din udvikling – kompetencer og job',
      '6 Individuel udviklings- og handlingsplan',
    ]);
    expect(talkAreas.map((area) => area.number)).toEqual([...talkAreaNumbers]);
  });

  it('make the agenda of a new talk, all six in both languages', () => {
    for (const language of ['da', 'en'] as const) {
      const lines = invitationDefaults.agenda[language].split('\n');
      expect(lines).toEqual(talkAreas.map((area) => `${area.number}. ${area.title[language]}`));
    }
  });

  it('are numbered 1 to 6 and nothing else', () => {
    expect([0, 1, 6, 7, 1.5, Number.NaN].map(talkAreaNumber)).toEqual([
      undefined,
      1,
      6,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
