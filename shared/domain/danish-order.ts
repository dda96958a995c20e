/** Danish alphabetical order: æ, ø, å last, and aa among the å (Aagaard after Østergaard). */
export const danishOrder = new Intl.Collator('da', { numeric: true });
