const given =
  'Anne Bente Camilla Dorthe Else Freja Gitte Hanne Inge Jette Karen Lone Mette Nanna Pernille Rikke Signe Tine Ulla Vibeke Åse Anders Bo Christian Dan Erik Frank Gert Henrik Ivan Jesper Kasper Lars Morten Niels Ole Per Rasmus Søren Thomas Viggo'.split(
    ' ',
  );
const family =
  'Aagaard Andersen Bach Bøgh Christensen Dahl Engbjerg Frandsen Gade Holm Iversen Jensen Kjær Lund Mortensen Nørgaard Olesen Præst Quist Rasmussen Skov Thygesen Ulrich Vedel Winther Østergaard Ågård'.split(
    ' ',
  );

/** An invented name for every whole number, never the same twice below some thousands. */
export function inventedName(number: number): string {
  const middle = family[(number * 11 + 5) % family.length];
  const first = given[number % given.length];
  const last = family[(number * 7 + Math.floor(number / given.length)) % family.length];
  return number < given.length * family.length ? `${first} ${last}` : `${first} ${middle} ${last}`;
}
