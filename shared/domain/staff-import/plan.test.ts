import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExistingStaff, type ImportPlan, planImport } from './plan';
import type { ParsedStaff } from './rows';

const mette: ExistingStaff = {
  id: 'e1',
  employeeNumber: 'L01',
  name: 'Mette Sandholm',
  categoryName: 'Lærer',
  title: 'Klasselærer',
  teamNames: ['Indskolingsteam'],
  employmentDate: '2011-08-01',
  leavingDate: null,
  employmentPercent: 100,
  note: 'Skrevet i Spind',
  formalSubjects: ['dansk'],
  assessedSubjects: [],
  removed: false,
};
const row: ParsedStaff = {
  row: 2,
  employeeNumber: 'L01',
  name: 'Mette Sandholm',
  categoryName: 'lærer',
  teamName: 'indskolingsteam',
  employmentDate: '2011-08-01',
  employmentPercent: 100,
};
const known = { categories: ['Lærer'], teams: ['Indskolingsteam'] };

/** Carries a plan out, as a handler does in the database. */
function apply(existing: readonly ExistingStaff[], plan: ImportPlan): ExistingStaff[] {
  const after = new Map(existing.map((one) => [one.id, one]));
  for (const { employeeId, row: at, kind, values } of plan.items) {
    if (kind === 'unchanged') continue;
    const id = employeeId ?? `new${at}`;
    const teams = after.get(id)?.teamNames ?? [];
    const { teamName, ...rest } = values;
    const teamNames = teamName === null || teams.includes(teamName) ? teams : [teamName];
    after.set(id, { ...rest, id, teamNames, removed: false });
  }
  return [...after.values()];
}

describe('planImport', () => {
  it('leaves alone what is the same and what the list does not say', () => {
    const plan = planImport([mette], [row], known);
    expect(plan).toMatchObject({ newCategories: [], newTeams: [], absent: [] });
    expect(plan.items[0]).toMatchObject({ kind: 'unchanged', employeeId: 'e1', changes: [], warnings: [] });
    expect(plan.items[0]?.values.note).toBe('Skrevet i Spind');
  });

  it('shows each change from and to', () => {
    const changed: ParsedStaff = {
      ...row,
      teamName: 'Mellemtrinsteam',
      employmentPercent: 80,
      leavingDate: '2027-07-31',
      formalSubjects: ['Dansk', 'musik'],
    };
    const plan = planImport([mette], [changed], known);
    expect(plan.items[0]?.kind).toBe('update');
    expect(plan.items[0]?.changes).toEqual([
      { field: 'leavingDate', from: null, to: '2027-07-31' },
      { field: 'employmentPercent', from: 100, to: 80 },
      { field: 'formalSubjects', from: ['dansk'], to: ['Dansk', 'musik'] },
      { field: 'teamName', from: ['Indskolingsteam'], to: 'Mellemtrinsteam' },
    ]);
    expect(plan.newTeams).toEqual(['Mellemtrinsteam']);
  });

  it('makes new employees, categories and teams, each once', () => {
    const others = [
      { ...row, row: 2, employeeNumber: 'P01', name: 'Stine', categoryName: 'Pædagog', teamName: 'SFO' },
      { ...row, row: 3, employeeNumber: 'P02', name: 'Daniel', categoryName: 'pædagog', teamName: 'sfo' },
    ];
    const plan = planImport([mette], others, known);
    expect(plan.items.map((one) => [one.kind, one.values.categoryName, one.values.teamName])).toEqual([
      ['new', 'Pædagog', 'SFO'],
      ['new', 'Pædagog', 'SFO'],
    ]);
    expect(plan).toMatchObject({ newCategories: ['Pædagog'], newTeams: ['SFO'], absent: ['e1'] });
  });

  it('warns where a person must look', () => {
    const warnings = (parsed: ParsedStaff, existing = mette) =>
      planImport([existing], [parsed], known).items[0]?.warnings.map((one) => one.kind);
    expect(warnings({ ...row, name: 'Lars Holm' })).toEqual(['name-changed']);
    expect(warnings({ ...row, name: 'METTE  SANDHOLM' })).toEqual([]);
    expect(warnings({ ...row, employeeNumber: 'L99' })).toEqual(['same-name']);
    expect(warnings({ ...row, employeeNumber: 'L99', name: 'Ny', employmentPercent: undefined })).toEqual([
      'percent-assumed',
    ]);
    expect(warnings(row, { ...mette, removed: true })).toEqual(['was-removed']);
    expect(planImport([{ ...mette, removed: true }], [row], known).items[0]?.kind).toBe('update');
    const name = planImport([mette], [{ ...row, name: 'Lars Holm' }], known).items[0];
    expect(name?.changes).toEqual([{ field: 'name', from: 'Mette Sandholm', to: 'Lars Holm' }]);
    expect(name?.warnings[0]?.message.da).not.toMatch(/Lars|Mette/);
  });

  it('finds the exact number before one that differs by case', () => {
    const twin = { ...mette, id: 'e2', employeeNumber: 'l01' };
    expect(planImport([mette, twin], [row], known).items[0]?.employeeId).toBe('e1');
    expect(planImport([twin], [row], known).items[0]?.employeeId).toBe('e2');
  });

  it('finds nothing to do once it was carried out', () => {
    const word = fc.constantFrom('Ane', 'ane', 'Bo', 'Åge', 'toString', '__proto__');
    const day = fc.constantFrom('2010-08-01', '2020-01-01');
    const number = fc.constantFrom('1', '2', '3', '4', '5', 'a', '__proto__');
    const subjects = fc.uniqueArray(fc.constantFrom('dansk', 'Dansk', 'idræt', 'natur/teknologi'), {
      minLength: 1,
    });
    const parsed = fc.record(
      {
        row: fc.constant(0),
        employeeNumber: number,
        name: word,
        categoryName: word,
        employmentDate: day,
        title: word,
        teamName: word,
        employmentPercent: fc.constantFrom(50, 83.78, 100),
        leavingDate: fc.constant('2027-07-31'),
        formalSubjects: subjects,
        assessedSubjects: subjects,
        note: word,
      },
      { requiredKeys: ['row', 'employeeNumber', 'name', 'categoryName', 'employmentDate'] },
    );
    const present = fc.record({
      id: fc.constant(''),
      employeeNumber: number,
      name: word,
      categoryName: word,
      title: fc.constantFrom('', 'Titel'),
      teamNames: fc.uniqueArray(word, { maxLength: 2 }),
      employmentDate: day,
      leavingDate: fc.constantFrom(null, '2026-07-31'),
      employmentPercent: fc.constantFrom(50, 100),
      note: fc.constantFrom('', 'note'),
      formalSubjects: subjects,
      assessedSubjects: fc.constant([]),
      removed: fc.boolean(),
    });
    const once = { selector: (one: { employeeNumber: string }) => one.employeeNumber, maxLength: 6 };
    fc.assert(
      fc.property(fc.uniqueArray(present, once), fc.uniqueArray(parsed, once), (people, lines) => {
        const existing = people.map((one, at) => ({ ...one, id: `e${at}` }));
        const list = lines.map((one, at) => ({ ...one, row: at + 2 }));
        const names = {
          categories: existing.map((one) => one.categoryName),
          teams: existing.flatMap((one) => one.teamNames),
        };
        const plan = planImport(existing, list, names);
        expect(plan.items.map((one) => one.row)).toEqual(list.map((one) => one.row));

        const after = apply(existing, plan);
        const again = planImport(after, list, {
          categories: [...names.categories, ...plan.newCategories],
          teams: [...names.teams, ...plan.newTeams],
        });
        expect(again.items.map((one) => [one.kind, one.changes])).toEqual(list.map(() => ['unchanged', []]));
        expect(again).toMatchObject({ newCategories: [], newTeams: [] });
        expect(after).toHaveLength(existing.length + plan.items.filter((one) => one.kind === 'new').length);
        for (const id of plan.absent)
          expect(after.find((one) => one.id === id)).toEqual(existing.find((one) => one.id === id));
      }),
      { numRuns: 300 },
    );
  });
});
