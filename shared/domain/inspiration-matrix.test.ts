import { describe, expect, it } from 'vitest';
import {
  columnTexts,
  isMatrixCode,
  matrixCodes,
  matrixColumns,
  matrixOption,
  matrixOptions,
  matrixOptionsAt,
  matrixRows,
  priorityKindOf,
  rowTexts,
} from './inspiration-matrix';

const numbered = (code: string) => {
  const option = matrixOption(code);
  return option && (option.number === null ? option.text.da : `${option.number}. ${option.text.da}`);
};

describe('the 3 × 2 inspiration matrix (R000-12)', () => {
  it('has 13 options: 2 without a number, 4 and 7', () => {
    expect(matrixOptions.map((option) => option.code)).toEqual([...matrixCodes]);
    expect(new Set(matrixCodes).size).toBe(13);
    expect(matrixRows.map((row) => matrixOptions.filter((o) => o.row === row).length)).toEqual([2, 4, 7]);
    expect(matrixOptions.filter((o) => o.number === null).map((o) => o.row)).toEqual([
      'municipal',
      'municipal',
    ]);
  });

  it('counts from 1 in every numbered field, and every code says where it stands', () => {
    for (const row of matrixRows)
      for (const column of matrixColumns) {
        const options = matrixOptionsAt(row, column);
        expect(options.length).toBeGreaterThan(0);
        if (row !== 'municipal') expect(options.map((o) => o.number)).toEqual(options.map((_, i) => i + 1));
        for (const option of options) {
          const place = { municipal: 'K', school: 'S', employee: 'M' }[row];
          const kind = { professional: 'F', team: 'T' }[column];
          expect(option.code).toBe(`${place}-${kind}${option.number ?? ''}`);
        }
      }
  });

  it('keeps the words of the source', () => {
    expect(Object.fromEntries(matrixCodes.map((code) => [code, numbered(code)]))).toEqual({
      'K-F': 'Opkvalificering der er målrettet de kommunale indsatsområder',
      'K-T':
        'Opkvalificering der har relation til en enkeltes eller teamets behov i relation til opfyldelse af de kommunale indsatsområder',
      'S-F1': '1. Opkvalificering i relation til det kommunale kursustilbud',
      'S-F2':
        '2. Opkvalificering i relation til skolens indsatser de kommende år. Herunder ønsker om kompetence løft inden for et nuværende fag eller et ønske om at udvide fagrækken i forhold til skolens faglige og pædagogiske behov',
      'S-T1': '1. Opkvalificering i relation til det kommunale kursustilbud',
      'S-T2': '2. Opkvalificering i relation til skolens indsatser de kommende år',
      'M-F1': '1. Opkvalificering i relation til det kommunale kursustilbud',
      'M-F2': '2. Opkvalificering i relation til de regionale kursustilbud',
      'M-F3': '3. Opkvalificering i relation til skolens indsatser de kommende år.',
      'M-F4':
        '4. Ønsker om kompetence løft inden for et nuværende fag række og/eller faglig pædagogisk praksis',
      'M-F5': '5. Ønske om at udvide fagrækken i forhold til egne faglige og pædagogiske behov',
      'M-T1': '1. Opkvalificering i relation til egen personlige udvikling.',
      'M-T2': '2. Opkvalificering i relation til teamsamarbejdet',
    });
    expect(matrixRows.map((row) => rowTexts[row].title.da)).toEqual([
      'Kommunale prioriteter',
      'Skolens prioritet',
      'Medarbejder relaterede',
    ]);
    expect(matrixColumns.map((column) => columnTexts[column].da)).toEqual([
      'Faglig og pædagogisk opkvalificering',
      'Team- og personlig opkvalificering',
    ]);
  });

  it('knows which options can name a priority', () => {
    expect(priorityKindOf('K-T')).toBe('municipal');
    expect(priorityKindOf('S-F2')).toBe('school');
    expect(priorityKindOf('M-F4')).toBeNull();
    expect(isMatrixCode('M-F4')).toBe(true);
    expect(isMatrixCode('M-F6')).toBe(false);
    expect(matrixOption('constructor')).toBeUndefined();
  });
});
