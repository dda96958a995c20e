/** What an exchange file can be about. A file that travels for a new reason gets a kind of its own here. */
export const packageKinds = ['meritCase', 'meritDecision'] as const;
export type PackageKind = (typeof packageKinds)[number];

/** Who can write an exchange file: a school, or HR on behalf of several. */
export const senderKinds = ['school', 'hr'] as const;
export type SenderKind = (typeof senderKinds)[number];

/** Nobody but the one named here may send a file of the kind: a school never decides another school's case (R002-12). */
export const senderOf: Readonly<Record<PackageKind, SenderKind>> = {
  meritCase: 'school',
  meritDecision: 'hr',
};

/** How well somebody's keys are known: added from a file, compared aloud, or never again to be read from. */
export const trusts = ['new', 'compared', 'blocked'] as const;
