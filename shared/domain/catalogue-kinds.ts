/** Whose a catalogue is; several stand side by side. */
export const catalogueKinds = ['municipal', 'regional', 'kiu', 'other'] as const;
export type CatalogueKind = (typeof catalogueKinds)[number];
