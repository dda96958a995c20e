import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nearestAxis,
  type RadarGeometry,
  type RadarInput,
  radarGeometry,
  type SpiderAxis,
  type SpiderLayer,
  type SpiderLayerKind,
  type SpiderLevel,
} from './radar';
import type { Box } from './radar/labels';

const rated = (level: number): SpiderLevel => ({ state: 'rated', level });
const gone: SpiderLevel = { state: 'notRated' };
const scale = { min: 1, max: 5 };

/** The longest names that Danish schools and a cruel tester can think of. */
const cruelNames = [
  'Inkluderende læringsmiljø og differentiering',
  'Ledelse af professionelle læringsfællesskaber',
  'Kommunikation og samarbejde med omverdenen',
  'Planlægning, gennemførelse og evaluering af tværfaglige undervisningsforløb i udskolingen',
  'Samarbejde med forældre, PPR, ungdomsuddannelser, foreningsliv og lokale virksomheder',
  'Arbejdstilrettelæggelseskompetencer',
  'Mmmmmmmmmmwwwwwwwwwwmmmmmmmmmm',
  'Skole-hjem-samarbejde',
  'Ressource- og økonomiforståelse',
  'Mod',
  'It',
];
const domainNames = ['Almene', 'Faglige', 'Pædagogiske', 'Personlige', 'Almen dannelse og livsduelighed'];

const axesOf = (names: readonly string[], domains = 4): SpiderAxis[] =>
  names.map((name, index) => ({
    competenceId: `k${index}`,
    name,
    domain: domainNames[Math.floor((index * domains) / names.length)] ?? 'Almene',
    target: 4,
  }));

const anyLevel: fc.Arbitrary<SpiderLevel> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }).map(rated) },
  fc.constantFrom<SpiderLevel>(gone, { state: 'notRelevant' }),
);
const kinds: SpiderLayerKind[] = ['target', 'employee', 'leader', 'agreed', 'lastYear'];
const anyInput = (least: number, most: number): fc.Arbitrary<RadarInput> =>
  fc
    .record({
      names: fc.array(fc.constantFrom(...cruelNames), { minLength: least, maxLength: most }),
      domains: fc.integer({ min: 1, max: 5 }),
      layers: fc.array(fc.array(anyLevel, { minLength: 20, maxLength: 20 }), { minLength: 1, maxLength: 5 }),
      width: fc.integer({ min: 260, max: 900 }),
      height: fc.integer({ min: 240, max: 700 }),
      labelSize: fc.constantFrom(12, 14),
    })
    .map(({ names, domains, layers, ...size }) => ({
      ...size,
      axes: axesOf(names, domains),
      layers: layers.map((levels, index) => ({
        kind: kinds[index] ?? 'target',
        levels: levels.slice(0, names.length),
      })),
      scale,
      locale: 'da',
    }));

const geometryOf = (layers: readonly SpiderLayer[], count: number, extra: Partial<RadarInput> = {}) =>
  radarGeometry({
    axes: axesOf(Array.from({ length: count }, (_, index) => `Kompetence ${index + 1}`)),
    layers,
    scale,
    width: 640,
    height: 560,
    labelSize: 12,
    locale: 'da',
    ...extra,
  });
const one = (levels: readonly SpiderLevel[], kind: SpiderLayerKind = 'employee') => {
  const layer = geometryOf([{ kind, levels }], levels.length).layers[0];
  if (!layer) throw new Error('no layer');
  return layer;
};
const commands = (path: string) => path.replace(/[^A-Za-z]/g, '');
const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Every number that a picture is made of. */
function numbersIn(geometry: RadarGeometry): number[] {
  return (JSON.stringify(geometry).match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

describe('labels', () => {
  it('stand inside the box, never cut and never on each other, with the longest names', () => {
    fc.assert(
      fc.property(anyInput(3, 20), (input) => {
        const { labels } = radarGeometry(input);
        for (const { box, lines } of labels) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(input.width);
          expect(box.y + box.height).toBeLessThanOrEqual(input.height);
          for (const line of lines) {
            expect(line.y).toBeGreaterThan(box.y);
            expect(line.y).toBeLessThan(box.y + box.height);
          }
        }
        labels.forEach((label, index) => {
          for (const other of labels.slice(index + 1)) expect(overlaps(label.box, other.box)).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('keep clear of the outer arc', () => {
    fc.assert(
      fc.property(anyInput(3, 20), (input) => {
        const { labels, centre, radius } = radarGeometry(input);
        for (const { box } of labels) {
          const x = Math.max(box.x - centre.x, 0, centre.x - box.x - box.width);
          const y = Math.max(box.y - centre.y, 0, centre.y - box.y - box.height);
          expect(Math.hypot(x, y)).toBeGreaterThan(radius + 1.5 * input.labelSize);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('say the whole name, line by line, in the order of the axes', () => {
    fc.assert(
      fc.property(anyInput(3, 20), (input) => {
        const { labels, labelMode } = radarGeometry(input);
        if (labelMode === 'none') return;
        expect(labels.map((label) => label.axis)).toEqual(input.axes.map((_, axis) => axis));
        labels.forEach((label, axis) => {
          const own = label.lines.filter((line) => !line.heading).map((line) => line.text);
          const bare = (text: string) => text.replace(/[\s-]/g, '');
          const wanted = labelMode === 'numbers' ? String(axis + 1) : (input.axes[axis]?.name ?? '');
          expect(bare(own.join(''))).toBe(bare(wanted));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('are names, not numbers, for twenty of the longest at the size of a talk', () => {
    const names = Array.from({ length: 20 }, (_, index) => cruelNames[index % 6] ?? '');
    const geometry = radarGeometry({
      axes: axesOf(names),
      layers: [],
      scale,
      width: 680,
      height: 600,
      labelSize: 12,
      locale: 'da',
    });
    expect(geometry.labelMode).toBe('names');
    expect(geometry.radius).toBeGreaterThan(110);
  });

  it('name every domain, on its arc or above a label', () => {
    fc.assert(
      fc.property(anyInput(3, 20), (input) => {
        const { domains, labels, labelMode } = radarGeometry(input);
        if (labelMode !== 'names') return;
        for (const domain of domains) {
          const above = labels
            .slice(domain.first, domain.last + 1)
            .flatMap(({ lines }) => lines.filter((line) => line.heading).map((line) => line.text));
          const said = domain.title?.text ?? above.join(' ');
          expect(said.replace(/[\s-]/g, '')).toBe(domain.name.replace(/[\s-]/g, ''));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('grow the radar as far as they let it', () => {
    const long = geometryOf([], 12, { axes: axesOf(Array.from({ length: 12 }, () => cruelNames[1] ?? '')) });
    expect(geometryOf([], 12).radius).toBeGreaterThan(long.radius);
    expect(geometryOf([], 12, { labelled: false }).radius).toBeGreaterThan(geometryOf([], 12).radius);
  });
});

describe('points', () => {
  it('lie inside the box at the distance of their level, and nothing is NaN', () => {
    fc.assert(
      fc.property(anyInput(0, 20), fc.boolean(), (input, labelled) => {
        const geometry = radarGeometry({ ...input, labelled });
        for (const { points } of geometry.layers) {
          for (const { x, y, level } of points) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(input.width);
            expect(y).toBeLessThanOrEqual(input.height);
            if (geometry.kind === 'bars') continue;
            const distance = Math.hypot(x - geometry.centre.x, y - geometry.centre.y);
            expect(distance).toBeCloseTo((geometry.radius * level) / 5, 6);
          }
        }
        expect(numbersIn(geometry).every(Number.isFinite)).toBe(true);
        expect(JSON.stringify(geometry)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 150 },
    );
  });

  it('follow the axes clockwise from straight up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 20 }), (count) => {
        const { spokes, centre } = geometryOf([], count);
        spokes.forEach((end, axis) => {
          const turn = Math.atan2(end.x - centre.x, centre.y - end.y) / (2 * Math.PI);
          expect((turn + 1) % 1).toBeCloseTo(axis / count, 6);
        });
      }),
    );
  });

  it("use the template's own scale", () => {
    const levels = [rated(1), rated(2), rated(3)];
    const geometry = geometryOf([{ kind: 'employee', levels }], 3, { scale: { min: 1, max: 3 } });
    expect(geometry.rings.map((ring) => ring.level)).toEqual([1, 2, 3]);
    expect(geometry.ticks.map((tick) => tick.text)).toEqual(['1', '2', '3']);
    expect(geometry.layers[0]?.points[2]?.x).toBeCloseTo(geometry.spokes[2]?.x ?? Number.NaN, 6);
    expect(geometry.layers[0]?.points[2]?.y).toBeCloseTo(geometry.spokes[2]?.y ?? Number.NaN, 6);
  });
});

describe('lines', () => {
  it('close when every axis is rated', () => {
    expect(commands(one([rated(1), rated(2), rated(3), rated(4)]).line)).toBe('MLLLZ');
  });

  it('break at a missing level and are never drawn through the centre', () => {
    const layer = one([rated(1), rated(2), gone, rated(4), rated(5)]);
    expect(commands(layer.line)).toBe('MLLL');
    expect(layer.points.map((point) => point.axis)).toEqual([0, 1, 3, 4]);
  });

  it('break twice for two gaps', () => {
    expect(commands(one([rated(1), gone, rated(3), rated(4), { state: 'notRelevant' }, rated(2)]).line)).toBe(
      'MLML',
    );
  });

  it('leave a lone point to its marker, also for the layers that have none else', () => {
    const lone = [rated(1), gone, rated(3), gone, rated(2), rated(2)];
    for (const kind of ['target', 'lastYear'] as const) {
      const { line, markers } = one(lone, kind);
      expect(commands(line)).toBe('MLL');
      expect(markers.match(/M/g)).toHaveLength(1);
    }
    expect(one(lone).markers.match(/M/g)).toHaveLength(4);
    expect(
      one(
        lone.map((level) => (level.state === 'rated' ? rated(3) : level)),
        'target',
      ).line,
    ).not.toBe('');
  });

  it('treat a level outside the scale as missing', () => {
    expect(one([rated(0), rated(6), rated(Number.NaN), rated(3)]).points.map((point) => point.axis)).toEqual([
      3,
    ]);
  });

  it('join exactly the rated neighbours', () => {
    fc.assert(
      fc.property(fc.array(anyLevel, { minLength: 3, maxLength: 20 }), (levels) => {
        const { line, points } = one(levels);
        const is = levels.map((level) => level.state === 'rated');
        const pairs = is.filter((here, axis) => here && is[(axis + 1) % is.length]).length;
        const drawn = (line.match(/[LZ]/g) ?? []).length;
        expect(drawn).toBe(pairs);
        expect(points).toHaveLength(is.filter(Boolean).length);
      }),
    );
  });

  it('come in drawing order whatever order they are given in', () => {
    const layers = kinds.map((kind) => ({ kind, levels: [rated(1), rated(2), rated(3)] }));
    expect(geometryOf(layers, 3).layers.map((layer) => layer.kind)).toEqual([
      'lastYear',
      'target',
      'agreed',
      'employee',
      'leader',
    ]);
  });
});

describe('topics', () => {
  it('join self and leader where they are two levels or more apart', () => {
    const employee = { kind: 'employee' as const, levels: [rated(3), rated(3), rated(5), gone] };
    const leader = { kind: 'leader' as const, levels: [rated(5), rated(4), rated(3), rated(1)] };
    expect(commands(geometryOf([employee, leader], 4).topics)).toBe('MLML');
    expect(geometryOf([employee], 4).topics).toBe('');
  });
});

describe('few axes', () => {
  it('become bars that start at the beginning of the scale', () => {
    const layers = [
      { kind: 'target' as const, levels: [rated(4), rated(5)] },
      { kind: 'employee' as const, levels: [rated(2), gone] },
    ];
    const geometry = geometryOf(layers, 2);
    expect(geometry.kind).toBe('bars');
    expect(geometry.layers.map((layer) => commands(layer.line))).toEqual(['MHMH', 'MH']);
    expect(geometry.labels.map((label) => label.axis)).toEqual([0, 1]);
    const [four, five] = geometry.layers[0]?.points ?? [];
    const two = geometry.layers[1]?.points[0];
    expect(four && five && two && two.x < four.x && four.x < five.x).toBe(true);
  });

  it('draw nothing for an empty template', () => {
    const geometry = geometryOf([], 0);
    expect([geometry.grid, geometry.labels, geometry.ticks]).toEqual(['', [], []]);
  });
});

describe('nearestAxis', () => {
  it('finds the axis of a spoke, of a label and of the space between', () => {
    const geometry = geometryOf([], 8);
    expect(geometry.spokes.map((end) => nearestAxis(geometry, end.x, end.y))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    for (const { axis, box } of geometry.labels) {
      expect(nearestAxis(geometry, box.x + box.width / 2, box.y + box.height / 2)).toBe(axis);
    }
    expect(nearestAxis(geometryOf([], 0), 1, 1)).toBeNull();
  });
});

describe('sameness', () => {
  it('gives the same path data twice, and other ratings on the same frame', () => {
    const levels = Array.from({ length: 12 }, (_, axis) => rated(1 + (axis % 5)));
    const first = geometryOf([{ kind: 'employee', levels }], 12);
    expect(geometryOf([{ kind: 'employee', levels }], 12)).toEqual(first);
    expect(geometryOf([{ kind: 'leader', levels }], 12).grid).toBe(first.grid);
  });
});
