import type { CourseLevel, StaffGroup } from './fund-facts';

/** The group of staff a category most likely belongs to; a person sees it and can change it. */
export function staffGroupOf(categoryName: string): StaffGroup {
  const name = categoryName.toLocaleLowerCase('da');
  if (/børnehaveklasse/.test(name)) return 'teaching';
  if (/leder(?!\p{L})|chef|direktør|inspektør|rektor/u.test(name)) return 'leader';
  return /lærer|pædagog|undervis|vejleder/.test(name) ? 'teaching' : 'adminTech';
}

const signs: readonly (readonly [RegExp, CourseLevel])[] = [
  [/akademi/i, 'academy'],
  [/diplom/i, 'diploma'],
  [/master/i, 'master'],
  [/kandidat/i, 'candidate'],
  [/(?<!\p{L})amu(?!\p{L})/iu, 'amu'],
];

/** The level a title names itself; null when it names none. */
export const guessLevel = (title: string): CourseLevel | null =>
  signs.find(([sign]) => sign.test(title))?.[1] ?? null;
