/** Domains and competences with the lengths real ones have. */
export const wordings: readonly (readonly [domain: string, names: readonly string[]])[] = [
  ['Almene', ['Kommunikation og dialog', 'Samarbejde i teamet', 'Planlægning og overblik']],
  ['Faglige', ['Fagdidaktik i egne fag', 'Faglig læsning', 'Evaluering og feedback', 'Digital dannelse']],
  ['Pædagogiske', ['Klasseledelse', 'Undervisningsdifferentiering', 'Inkluderende læringsfællesskaber']],
  ['Personlige', ['Rummelighed', 'Udviklingsparathed', 'Robusthed i hverdagen']],
];
