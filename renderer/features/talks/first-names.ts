/** First names, as colleagues say them; two who share one keep their whole names. */
export function firstNames(names: readonly string[]): string[] {
  const first = (name: string) => name.split(' ')[0] ?? name;
  return names.map((name) =>
    names.filter((other) => first(other) === first(name)).length > 1 ? name : first(name),
  );
}
