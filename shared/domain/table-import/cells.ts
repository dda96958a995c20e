import type { Text } from '../text';

/** A cell that was understood, or why not: the end of a sentence that begins with row and column. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly text: Text };

export const good = <T>(value: T): Checked<T> => ({ ok: true, value });
export const bad = (da: string, en: string): Checked<never> => ({ ok: false, text: { da, en } });

// Control characters but tab and line breaks; marks that turn the reading direction or cannot be seen; signs that no
// encoding has, which means that the file was read or written wrongly on its way.
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}/u;

// What a spreadsheet takes for a formula, also in full width (OWASP, CSV injection).
const formula = /^[=+\-@＝＋－＠]/;
const excelError = /^#(?:[A-ZÆØÅ]+(?:\/[A-Z0])?[!?]?|DIVISION\/0!|DIV\/0!)$/;
export const onlyDash = /^[-–—]$/;

/**
 * Text of one cell, trimmed and in composed form; a lone dash means empty. Refused are formulas, control characters,
 * spreadsheet errors, values that look like a CPR number, and text longer than `max`. With `lines` the line breaks
 * stay, else they become spaces. No message holds the value.
 */
export function readText(raw: string, max: number, lines = false): Checked<string> {
  // Far beyond the limit: not worth the time of a closer look.
  if (raw.length > max * 4 + 1000) return tooLong(raw.length, max);
  const whole = raw.normalize('NFC');
  if (unwanted.test(whole)) {
    return bad(
      'Cellen rummer skjulte styretegn. Skriv teksten igen i et tomt felt.',
      'the cell holds hidden control characters. Type the text again in an empty cell.',
    );
  }
  const text = lines
    ? whole
        .replace(/\r\n?/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .trim()
    : whole.replace(/\s+/g, ' ').trim();
  if (text === '' || onlyDash.test(text)) return good('');
  if (formula.test(text) || /^[\t\r\n]/.test(whole)) {
    return bad(
      'Cellen begynder som en formel (=, +, -, @ eller tabulator). Fjern tegnet, så der kun står tekst.',
      'the cell begins like a formula (=, +, -, @ or tab). Remove the sign so that only text is left.',
    );
  }
  if (excelError.test(text)) {
    return bad(
      'Excel viser en fejl i cellen. Ret cellen i Excel, og gem filen igen.',
      'Excel shows an error in the cell. Correct it in Excel and save the file again.',
    );
  }
  if (looksLikeCpr(text)) return cprRefusal;
  const length = [...text].length;
  return length > max ? tooLong(length, max) : good(text);
}

const cprRefusal = bad(
  'Det ligner et CPR-nummer. CPR-numre hører ikke hjemme i Spind. Slet det fra filen, og prøv igen.',
  'this looks like a CPR number. CPR numbers do not belong in Spind. Delete it from the file and try again.',
);

function tooLong(length: number, max: number): Checked<never> {
  return bad(
    `Teksten er på ${length} tegn, og der er plads til ${max}. Kort den af.`,
    `the text has ${length} characters and there is room for ${max}. Shorten it.`,
  );
}

/** True when ten digits, together or as 6 + 4, stand anywhere in the text and the first six are a date. */
export function looksLikeCpr(text: string): boolean {
  for (const match of text.matchAll(/(?<!\d)(\d{2})(\d{2})(\d{2})\s?[-–‑.]?\s?\d{4}(?!\d)/g)) {
    const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (isRealDate(1900 + year, month, day) || isRealDate(2000 + year, month, day)) return true;
  }
  return false;
}

/** True for a day that the calendar has. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/** A date in the ways Danish files hold it (dd-mm-yyyy, dd.mm.yyyy, d/m/yyyy, yyyy-mm-dd) as `YYYY-MM-DD`. */
export function readDate(raw: string): Checked<string> {
  const text = raw.trim().replace(/[ T]00[:.]00(?:[:.]00(?:\.0+)?)?Z?$/, '');
  if (text === '' || onlyDash.test(text)) return good('');
  const danish = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] = danish
    ? [Number(danish[4]), Number(danish[3]), Number(danish[1])]
    : [Number(iso?.[1]), Number(iso?.[2]), Number(iso?.[3])];
  if (danish || iso) {
    if (!isRealDate(year, month, day)) {
      return bad(
        `${text} findes ikke i kalenderen. Skriv datoen som dd-mm-åååå.`,
        `${text} is not in the calendar. Write the date as dd-mm-yyyy.`,
      );
    }
    if (year < 1930 || year > 2100) {
      return bad(
        `Årstallet i ${text} kan ikke passe. Skriv datoen som dd-mm-åååå.`,
        `the year in ${text} cannot be right. Write the date as dd-mm-yyyy.`,
      );
    }
    const two = (number: number) => String(number).padStart(2, '0');
    return good(`${year}-${two(month)}-${two(day)}`);
  }
  if (looksLikeCpr(text)) return cprRefusal;
  if (/^\d{1,2}[-./]\d{1,2}[-./]\d{2}$/.test(text)) {
    return bad(
      `${text} mangler århundrede. Skriv året med fire cifre: dd-mm-åååå.`,
      `${text} lacks the century. Write the year with four digits: dd-mm-yyyy.`,
    );
  }
  return bad(
    'Her skal stå en dato. Skriv den som dd-mm-åååå, for eksempel 01-08-2026.',
    'a date belongs here. Write it as dd-mm-yyyy, for example 01-08-2026.',
  );
}

/** What makes two texts the same for people: without case, doubled spaces and the way accents are composed. */
export function foldText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

export function sameText(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}
