import { bad, type Checked, foldText, good, onlyDash, readText } from '../table-import/cells';

/** Longest text of each kind, in characters. */
export const textLimits = { number: 40, name: 120, short: 80, title: 120, note: 4000, subjects: 30 } as const;

/**
 * Share of full time in per cent (`80,0`, `80`, `80 %`), with two decimals; an empty cell is undefined.
 * With `fraction` a number up to 1 is what a spreadsheet keeps for a percentage: 0,8 is 80 %.
 */
export function readPercent(raw: string, fraction = false): Checked<number | undefined> {
  const text = raw.trim();
  if (text === '' || onlyDash.test(text)) return good(undefined);
  const match = /^(\d{1,4})(?:,(\d{1,20})|\.(\d{1,2}))?(\s?%)?$/.exec(text);
  if (!match) {
    return bad(
      'Her skal stå en procent mellem 5 og 100, for eksempel 80 eller 80,0.',
      'a percentage between 5 and 100 belongs here, for example 80 or 80.0.',
    );
  }
  const written = Number(`${match[1]}.${match[2] ?? match[3] ?? '0'}`);
  const percent = round(fraction && !match[4] && written <= 1 ? written * 100 : written);
  const shown = `${percent}`.replace('.', ',');
  if (percent > 100) {
    return bad(
      `${shown} % er mere end fuld tid. Skriv en procent mellem 5 og 100.`,
      `${percent} % is more than full time. Write a percentage between 5 and 100.`,
    );
  }
  if (percent < 5) {
    const meant = !match[4] && written > 0.04 && written <= 1 ? round(written * 100) : undefined;
    return bad(
      `${shown} % af fuld tid er for lidt til at passe. Skriv en procent mellem 5 og 100, for eksempel ${`${meant ?? 80}`.replace('.', ',')}.`,
      `${percent} % of full time is too little to be right. Write a percentage between 5 and 100, for example ${meant ?? 80}.`,
    );
  }
  return good(percent);
}

/** Subjects separated by comma, semicolon or line break; `natur/teknologi` and `håndværk og design` are one subject. */
export function readSubjects(raw: string): Checked<string[]> {
  const whole = readText(raw, textLimits.note, true);
  if (!whole.ok) return whole;
  const subjects = new Map<string, string>();
  for (const part of whole.value.split(/[,;\n]/)) {
    const subject = readText(part.trim(), textLimits.short);
    if (!subject.ok) return subject;
    const key = foldText(subject.value);
    if (key !== '' && !subjects.has(key)) subjects.set(key, subject.value);
  }
  if (subjects.size > textLimits.subjects) {
    return bad(
      `Der står mere end ${textLimits.subjects} fag. Adskil fagene med komma, og behold kun fag.`,
      `there are more than ${textLimits.subjects} subjects. Separate them by commas and keep only subjects.`,
    );
  }
  return good([...subjects.values()]);
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
