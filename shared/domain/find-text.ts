/** Text as people search for it: without case, and å written as aa (Ågaard finds Aagaard). */
export function foldForSearch(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('da').replaceAll('å', 'aa');
}

/** Whether every word of the query stands somewhere in the folded text, in any order. */
export function hasAllWords(foldedText: string, query: string): boolean {
  return foldForSearch(query)
    .split(/\s+/)
    .every((word) => foldedText.includes(word));
}
