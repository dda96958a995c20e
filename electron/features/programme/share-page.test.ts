import type { ProgrammePrint } from '@shared/contract/print-programme';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { describe, expect, it } from 'vitest';
import { escapeHtml, sharePage } from './share-page';

type Item = ProgrammePrint['levels'][number]['items'][number];

const item: Item = {
  title: 'KiU dansk',
  description: 'Tre moduler.',
  kind: 'formalTraining',
  form: 'blended',
  provider: 'VIA',
  targetGroup: 'Lærere',
  url: 'https://www.via.dk/kiu',
  ects: 10,
  qualification: 'formal',
  subject: 'dansk',
  isCompulsory: false,
  feeOre: 14_500_00,
  materialsOre: 1_200_50,
  days: 12,
  competences: ['Faglig indsigt i egne undervisningsfag'],
  tags: ['challengeAll'],
  plans: 2,
  isFromFoundation: true,
  strategicDecision: 'Fuld linjefagsdækning',
  runs: [
    {
      startsOn: '2027-02-01',
      endsOn: '2027-06-11',
      days: ['2027-02-01', '2027-03-01'],
      signUpBy: '2026-12-15',
      place: 'Aarhus',
      seats: 20,
      minimumSeats: 12,
      state: 'open',
    },
  ],
};
const content = (one: Item, asked: ProgrammePrint['asked'] = []): ProgrammePrint => ({
  schoolName: 'Lærkemoseskolen',
  municipality: 'Nordmarke Kommune',
  schoolYear: '2026/27',
  updatedAt: '2026-11-20T13:00:00.000Z',
  levels: [{ level: 'individual', items: [one] }],
  asked,
});

/** A page's tags, without what is written between them. */
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

describe('the shared page', () => {
  it('says everything of an item in Danish and in English', () => {
    const da = sharePage(content(item, [{ title: 'Naturfag', plans: 3 }]), 'da');
    for (const words of [
      '<html lang="da">',
      'Senest opdateret 20. november 2026',
      'Individ',
      'KiU dansk',
      '14.500 kr.',
      'materialer 1.200,50 kr.',
      '10 ECTS',
      'Giver formel kompetence: dansk',
      '2 planer beder om det; MÅLET, skolens fælles grundlag; ledelsens beslutning: Fuld linjefagsdækning',
      'oprettes ved 12 tilmeldte · 20 pladser · tilmelding senest 15. december 2026',
      'Efterspurgt, men ikke udbudt',
      '3 planer beder om det',
    ])
      expect(da).toContain(words);
    const en = sharePage(content(item), 'en');
    for (const words of [
      '<html lang="en">',
      'Last updated 20 November 2026',
      'DKK 14,500',
      '2 plans ask for it',
    ])
      expect(en).toContain(words);
  });

  it('stands alone: no script, no reference to anything outside, nothing fetched', () => {
    const html = sharePage(content(item), 'da');
    const tags = tagsOf(html).join('\n');
    expect(tags).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|a|svg|video|audio)\b/i);
    expect(tags).not.toMatch(/\s(src|href|on\w+|srcset|style)\s*=/i);
    expect(html).not.toMatch(/url\(|@import/i);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('has the same tags whatever anybody has written, and shows it as it is', () => {
    // What stands between the tags counts, so the plain page is written with texts in the same places.
    const expected = tagsOf(sharePage(content(item, [{ title: 'x', plans: 1 }]), 'da'));
    for (const text of hostileTexts) {
      const word = text.trim() || 'x';
      const html = sharePage(
        {
          ...content(
            {
              ...item,
              title: word,
              description: word,
              provider: word,
              targetGroup: word,
              url: word,
              subject: word,
              strategicDecision: word,
              competences: [word],
              runs: item.runs.map((run) => ({ ...run, place: word })),
            },
            [{ title: word, plans: 1 }],
          ),
          schoolName: word,
          municipality: word,
        },
        'da',
      );
      expect([text, tagsOf(html)]).toEqual([text, expected]);
      const shown = html.slice(html.indexOf('<h3>') + 4, html.indexOf('</h3>'));
      expect([text, asRead(shown)]).toEqual([text, word.replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')]);
    }
  });

  it('would tell a page that is not escaped', () => {
    const broken = `<h3>${hostileTexts[0]}</h3>`;
    expect(tagsOf(broken)).not.toEqual(tagsOf(`<h3>${escapeHtml(hostileTexts[0] ?? '')}</h3>`));
  });
});

/** What a browser reads out of escaped text. */
function asRead(html: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };
  return html.replace(/&([a-z]+|#\d+);/g, (whole, name: string) => signs[name] ?? whole);
}
