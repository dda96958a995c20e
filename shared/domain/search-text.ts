/** A piece of a text that is shown, and whether it is what was searched for. */
export type TextPart = { readonly text: string; readonly hit: boolean };

/**
 * What somebody searches for: groups of folded words. The words of a group stand beside each other ("4.a" is one
 * group), the groups anywhere; the very last word may be the beginning of a longer one.
 */
export type SearchQuery = readonly (readonly string[])[];

/** What the index takes for a word (FTS5's `unicode61`): letters and figures, with the accents that follow them. */
const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The same replacements as the view `search_rows` makes in what is indexed; both must always agree. */
const replacements: readonly (readonly [from: RegExp, to: string])[] = [
  [/å/g, 'aa'],
  [/[æä]/g, 'ae'],
  [/[øö]/g, 'oe'],
  [/é/g, 'e'],
];

/**
 * A text as it is searched: without case, with å as aa, æ and ä as ae, ø and ö as oe, and é, which Danish may leave
 * out, as e. So "laering" is "læring", while å is never a.
 */
export function foldText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const lower = text.normalize('NFC').toLowerCase();
  return replacements.reduce((folded, [from, to]) => folded.replace(from, to), lower);
}

/** Whether a text has no letter that folds, as most words. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Reads what was typed, whatever it is; null when there is no word in it. */
export function readQuery(typed: string): SearchQuery | null {
  const groups = typed
    .split(/\s+/)
    .map((group) => group.match(wordPattern)?.map(foldText) ?? [])
    .filter((group) => group.length > 0);
  return groups.length > 0 ? groups : null;
}

/** The query in FTS5's language; `column` asks in that column only. Only words get here, so nothing in them is syntax. */
export function matchExpression(query: SearchQuery, column?: 'name'): string {
  const groups = query.map((group, at) => `"${group.join(' ')}"${at === query.length - 1 ? ' *' : ''}`);
  const all = groups.join(' AND ');
  return column ? `${column} : (${all})` : all;
}

/** The whole text in its own spelling, in parts, with what was searched for marked. */
export function markHits(text: string, query: SearchQuery): TextPart[] {
  return partsOf(text, 0, text.length, hitsIn(text, query));
}

/**
 * About `length` signs of the text around the place where most of the query stands, on one line, in the text's own
 * spelling, with the hits marked. The beginning of the text when nothing of the query stands in it.
 */
export function contextOf(text: string, query: SearchQuery, length = 120): TextPart[] {
  const hits = hitsIn(text, query);
  const first = bestStart(hits, length);
  const lead = first === null ? 0 : Math.floor(length / 4);
  const from = wordStart(text, Math.max(0, (first ?? 0) - lead));
  const to = wordEnd(text, Math.max(from + length, hits.find(({ start }) => start === first)?.end ?? 0));
  const parts = partsOf(text, from, to, hits).map(({ text: part, hit }) => ({
    text: part.replace(/\s+/g, ' '),
    hit,
  }));
  const before = text.slice(0, from).trim() ? [{ text: '… ', hit: false }] : [];
  const after = text.slice(to).trim() ? [{ text: ' …', hit: false }] : [];
  return joined([...before, ...parts, ...after]);
}

type Hit = { readonly start: number; readonly end: number; readonly group: number };

/** Where the groups of the query stand in the text, in its order; they do not overlap. */
function hitsIn(text: string, query: SearchQuery): Hit[] {
  const words = [...text.matchAll(wordPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldText(match[0]),
  }));
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    const group = query.findIndex((_, index) => standsAt(words, at, query, index));
    if (group < 0) continue;
    const last = at + (query[group]?.length ?? 1) - 1;
    hits.push({ start: words[at]?.start ?? 0, end: words[last]?.end ?? 0, group });
    at = last;
  }
  return hits;
}

function standsAt(words: readonly { folded: string }[], at: number, query: SearchQuery, index: number) {
  const group = query[index] ?? [];
  return group.every((wanted, step) => {
    const word = words[at + step]?.folded;
    if (word === undefined) return false;
    const isOpen = index === query.length - 1 && step === group.length - 1;
    return isOpen ? word.startsWith(wanted) : word === wanted;
  });
}

/** Start of the hit from which most different groups are seen within `length`; the first of equals. */
function bestStart(hits: readonly Hit[], length: number): number | null {
  let best: { start: number; groups: number } | null = null;
  for (const { start } of hits) {
    const seen = hits.filter((hit) => hit.start >= start && hit.end <= start + length * 0.75);
    const groups = new Set(seen.map(({ group }) => group)).size;
    if (!best || groups > best.groups) best = { start, groups };
  }
  return best?.start ?? null;
}

function wordStart(text: string, at: number): number {
  // A long run without a space, such as an address, is not followed to its beginning.
  for (let back = 0; back < 30 && at - back > 0; back++)
    if (/\s/.test(text[at - back - 1] ?? '')) return at - back;
  return at < 30 ? 0 : wholeSign(text, at);
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (let on = 0; on < 30; on++)
    if (at + on >= text.length || /\s/.test(text[at + on] ?? '')) return at + on;
  return wholeSign(text, at);
}

/** A place that does not cut a sign of two halves (an emoji) in two. */
function wholeSign(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function partsOf(text: string, from: number, to: number, hits: readonly Hit[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = from;
  for (const hit of hits) {
    const [start, end] = [Math.max(hit.start, at), Math.min(hit.end, to)];
    if (start >= end) continue;
    parts.push({ text: text.slice(at, start), hit: false }, { text: text.slice(start, end), hit: true });
    at = end;
  }
  parts.push({ text: text.slice(at, Math.max(at, to)), hit: false });
  return parts.filter((part) => part.text !== '');
}

/** Neighbours that are both no hits become one part. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && !last.hit && !part.hit)
      result[result.length - 1] = { text: last.text + part.text, hit: false };
    else result.push(part);
  }
  return result;
}
