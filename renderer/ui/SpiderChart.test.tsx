import { gapRows, sortByGap } from '@shared/domain/gap';
import { radarGeometry, type SpiderAxis, type SpiderLayer, type SpiderLevel } from '@shared/domain/radar';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { GapTable } from './GapTable';
import { SpiderChart, type SpiderChartProps } from './SpiderChart';

const rated = (level: number): SpiderLevel => ({ state: 'rated', level });
const names = [
  'Teamsamarbejde',
  'Skole-hjem-samarbejde',
  'Digital dømmekraft og it i hverdagen',
  'Faglig indsigt i egne undervisningsfag',
  'Fagdidaktik',
  'Evaluering og feedback',
  'Klasseledelse',
  'Inkluderende læringsmiljø og differentiering',
  'Planlægning med tydelige mål',
  'Relationskompetence',
  'Refleksion over egen praksis',
  'Robusthed og prioritering',
];
const domains = ['Almene', 'Faglige', 'Pædagogiske', 'Personlige'];
const axes: SpiderAxis[] = names.map((name, index) => ({
  competenceId: `k${index}`,
  name,
  domain: domains[Math.floor(index / 3)] ?? '',
  target: 4,
}));
const self = [4, 4, 3, 4, 3, 3, 4, 3, 3, 4, 4, 2].map(rated);
const leader = [4, 3, 3, 5, 3, 5, 4, 4, 2, 4, 4, 3].map(rated);
const layers: SpiderLayer[] = [
  { kind: 'target', levels: axes.map((axis) => rated(axis.target)) },
  { kind: 'employee', levels: self },
  { kind: 'leader', levels: leader },
];

const chart = (extra: Partial<SpiderChartProps> = {}) =>
  renderToStaticMarkup(
    <SpiderChart
      axes={axes}
      layers={layers}
      width={640}
      height={560}
      title="Kompetencespind"
      description="Pernille Aagaard, læst mod målet"
      names={{ target: 'Mål', employee: 'Pernille', leader: 'Leder', topic: 'Emne' }}
      {...extra}
    />,
  );
const elements = (markup: string) => (markup.match(/<[a-z]/g) ?? []).length;
const text = (markup: string) => markup.replace(/<[^>]+>/g, '');

describe('SpiderChart', () => {
  it('is one picture with a name and a description', () => {
    const markup = chart();
    const labelledBy = markup.match(/aria-labelledby="([^"]+)"/)?.[1]?.split(' ') ?? [];
    expect(markup).toContain('role="img"');
    expect(labelledBy).toHaveLength(2);
    for (const id of labelledBy) expect(markup).toContain(`id="${id}"`);
    expect(markup).toContain('Kompetencespind</title>');
  });

  it('draws the geometry of the domain and nothing else, the same for screen and print', () => {
    const geometry = radarGeometry({
      axes,
      layers,
      scale: { min: 1, max: 5 },
      width: 640,
      height: 560,
      labelSize: 12,
      locale: 'da',
    });
    const markup = chart();
    for (const layer of geometry.layers) expect(markup).toContain(`d="${layer.line}"`);
    expect(markup).toContain(`d="${geometry.grid}"`);
    expect(markup).toContain(`d="${geometry.topics}"`);
    for (const label of geometry.labels)
      for (const line of label.lines) expect(markup).toContain(`y="${line.y}"`);
  });

  it('says every name and every domain in words', () => {
    const said = text(chart()).replace(/[\s-]/g, '');
    for (const name of [...names, ...domains]) expect(said).toContain(name.replace(/[\s-]/g, ''));
  });

  it('shows lines that differ in form, with words for them', () => {
    const markup = chart();
    for (const kind of ['target', 'employee', 'leader'])
      expect(markup).toContain(`spider-line spider-${kind}`);
    expect(markup).toContain('Pernille');
    expect(chart({ hideLegend: true })).not.toContain('Pernille<');
  });

  it('is few nodes: under 60 with names, at most 16 as a thumbnail', () => {
    expect(elements(chart({ hideLegend: true }))).toBeLessThan(60);
    const thumbnail = chart({ compact: true, width: 120, height: 120 });
    expect(elements(thumbnail)).toBeLessThanOrEqual(16);
    expect(thumbnail).not.toContain('<text');
  });

  it('holds no style and no script that a strict policy would refuse', () => {
    expect(chart()).not.toMatch(/style=|<style|<script|javascript:/);
  });

  it('points out one competence', () => {
    expect(chart({ highlighted: 'k5' })).toContain('spider-highlighted');
    expect(chart({ highlighted: 'unknown' })).not.toContain('spider-highlighted');
  });

  it('lists the names where only numbers fit', () => {
    const markup = chart({ width: 170, height: 160 });
    expect(markup).toContain('spider-key');
    expect(markup).toContain(`<li>${names[7]}</li>`);
  });
});

const labels = {
  caption: 'Afstand til mål',
  competence: 'Kompetence',
  target: 'Mål',
  own: 'Egen',
  leader: 'Leder',
  gap: 'Afstand',
  gapOwn: 'egen',
  gapLeader: 'leder',
  topic: 'emne',
  note: 'Ingen samlet score.',
  notRated: 'ikke vurderet',
  notRelevant: 'ikke relevant',
};

describe('GapTable', () => {
  const rows = sortByGap(gapRows(axes, self, leader));
  const table = (extra: Partial<Parameters<typeof GapTable>[0]> = {}) =>
    renderToStaticMarkup(<GapTable rows={rows} domains={domains} labels={labels} {...extra} />);

  it('is a table with caption, headings and one row a competence, biggest gap first', () => {
    const markup = table();
    expect(markup).toContain('<caption>Afstand til mål</caption>');
    expect(markup.match(/<th scope="row"/g)).toHaveLength(12);
    expect(markup.indexOf('Planlægning med')).toBeLessThan(markup.indexOf('Teamsamarbejde'));
  });

  it('marks topics with a word, writes a real minus and names the domain', () => {
    const row = table().match(/<tr class="gap-table-is-topic">.*?<\/tr>/)?.[0] ?? '';
    expect(text(row)).toContain('Faglige: Evaluering og feedbackemne');
    expect(text(row)).toContain('leder −1');
    expect(table().match(/>emne</g)).toHaveLength(1);
  });

  it('says in words what was not rated and what is not relevant', () => {
    const none = gapRows(axes.slice(0, 1), [{ state: 'notRelevant' }], [{ state: 'notRated' }]);
    const said = text(table({ rows: none }));
    expect(said).toContain('– ikke vurderet · × ikke relevant');
    expect(said).toContain('×ikke relevant');
    expect(said).toContain('–ikke vurderet');
  });

  it('shows no trace of the leader where only the own rating may be seen', () => {
    const said = text(table({ show: 'self' }));
    expect(said).not.toMatch(/Leder|leder|emne/);
  });

  it('gives the keyboard a button for every competence that can be picked', () => {
    expect(table({ onPick: () => {} }).match(/<button type="button"/g)).toHaveLength(12);
    expect(table()).not.toContain('<button');
  });
});
