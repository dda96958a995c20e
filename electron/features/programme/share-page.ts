import type { ProgrammePrint } from '@shared/contract/print-programme';
import {
  activityFormNames,
  activityKindNames,
  activityLevelNames,
  activityQualificationNames,
  focusTagNames,
} from '@shared/domain/activities';
import { localDate } from '@shared/domain/dates';
import { moneyText, priceText } from '@shared/domain/money';
import type { Language } from '@shared/domain/text';
import { pageStyle } from './page-style';
import { type PageWords, pageWords } from './page-words';

type Item = ProgrammePrint['levels'][number]['items'][number];
type Run = Item['runs'][number];
type Said = { readonly language: Language; readonly words: PageWords };

/**
 * The programme as one HTML page that stands alone (R002-23): no script, no picture, nothing fetched from anywhere. All
 * text a person has written is escaped, and the page names nobody.
 */
export function sharePage(content: ProgrammePrint, language: Language): string {
  const said: Said = { language, words: pageWords[language] };
  const { words } = said;
  const { schoolName, municipality, schoolYear, updatedAt, levels, asked } = content;
  const title = `${words.title} ${schoolYear}`;
  const from = [schoolName, municipality].filter(Boolean).join(' · ');
  const updated = updatedAt ? words.updated(dateText(localDate(new Date(updatedAt)), language)) : '';
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml([title, schoolName].filter(Boolean).join(' – '))}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<header><p class="from">${escapeHtml(from)}</p><h1>${escapeHtml(title)}</h1>`,
    `<p class="updated">${escapeHtml(updated)}</p></header>`,
    '<main>',
    ...levels.map(
      ({ level, items }) =>
        `<section><h2>${escapeHtml(activityLevelNames[level][language])}</h2>${items
          .map((item) => itemHtml(item, said))
          .join('')}</section>`,
    ),
    askedHtml(asked, said),
    '</main>',
    `<footer><p>${escapeHtml(words.sources)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Text as a browser shows it and never reads it as markup, also inside an attribute. */
export function escapeHtml(text: string): string {
  // A control character is not allowed in HTML; tabs and line breaks are.
  return text.replace(/[&<>"'`]|(?![\t\n\r])\p{Cc}/gu, (sign) => escapes[sign] ?? '\ufffd');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function itemHtml(item: Item, said: Said): string {
  const { language, words } = said;
  const { description, runs, tags, competences } = item;
  const facts = [
    activityKindNames[item.kind][language],
    activityFormNames[item.form][language],
    item.provider,
    item.days === null ? '' : words.days(item.days),
    item.ects === null ? '' : `${item.ects.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')} ECTS`,
    item.feeOre === null ? '' : priceText(item.feeOre, language),
    item.materialsOre ? words.materials(moneyText(item.materialsOre, language)) : '',
    item.isCompulsory ? words.compulsory : '',
  ];
  const qualification =
    item.qualification === 'none'
      ? ''
      : [activityQualificationNames[item.qualification][language], item.subject].filter(Boolean).join(': ');
  const rows: readonly (readonly [string, string])[] = [
    [words.targetGroup, item.targetGroup],
    [words.qualification, qualification],
    [words.competences, competences.join(', ')],
    [words.focus, tags.map((tag) => focusTagNames[tag][language]).join('; ')],
    [words.source, sourceText(item, words)],
    [words.readMore, item.url],
  ];
  return [
    `<article><h3>${escapeHtml(item.title)}</h3>`,
    `<p class="facts">${escapeHtml(facts.filter(Boolean).join(' · '))}</p>`,
    description.trim() ? `<p class="text">${escapeHtml(description.trim())}</p>` : '',
    '<dl>',
    ...rows
      .filter(([, value]) => value.trim() !== '')
      .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`),
    runs.length > 0
      ? `<dt>${escapeHtml(words.runs)}</dt>${runs.map((run) => `<dd>${escapeHtml(runText(run, said))}</dd>`).join('')}`
      : '',
    '</dl></article>',
  ].join('');
}

/** Which of the three sources it comes from (R002-21); a number of plans, never whose. */
function sourceText(item: Item, words: PageWords): string {
  return [
    item.plans > 0 ? words.plans(item.plans) : '',
    item.isFromFoundation ? words.foundation : '',
    item.strategicDecision ? `${words.decision}: ${item.strategicDecision}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function runText(run: Run, { language, words }: Said): string {
  const { startsOn, endsOn, days, signUpBy, place, seats, minimumSeats, state } = run;
  const date = (day: string) => dateText(day, language);
  const when = days.length > 1 ? days.map(date).join(', ') : spanText(startsOn, endsOn, language);
  return [
    when,
    place,
    state === 'cancelled' ? words.cancelled : '',
    state === 'confirmed' ? words.confirmed : '',
    state === 'open' && minimumSeats !== null ? words.minimum(minimumSeats) : '',
    seats === null ? '' : words.seats(seats),
    signUpBy === null ? '' : words.signUpBy(date(signUpBy)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function askedHtml(asked: ProgrammePrint['asked'], { words }: Said): string {
  if (asked.length === 0) return '';
  const lines = asked.map(({ title, plans }) => {
    const count = plans > 0 ? ` <span class="count">${escapeHtml(words.plans(plans))}</span>` : '';
    return `<li>${escapeHtml(title)}${count}</li>`;
  });
  return `<section><h2>${escapeHtml(words.asked)}</h2><ul>${lines.join('')}</ul></section>`;
}

const dateText = (day: string, language: Language) =>
  new Date(`${day}T12:00:00`).toLocaleDateString(language === 'da' ? 'da-DK' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** From a day to a day; the year once, where it is the same. */
function spanText(first: string, last: string, language: Language): string {
  if (first === last) return dateText(first, language);
  const year = first.slice(0, 4);
  const from = dateText(first, language);
  return `${last.startsWith(year) ? from.replace(` ${year}`, '') : from} – ${dateText(last, language)}`;
}
