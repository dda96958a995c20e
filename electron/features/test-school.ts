/** The school of handler tests, as its leader saved it. */
export const testProfile = {
  name: 'Lærkemoseskolen',
  municipality: 'Nordmarke Kommune',
  profile: 'folkeskole',
  leaderName: 'Birgitte Halkjær',
  leaderTitle: 'skoleleder',
  developmentChiefName: '',
  seasonStart: '11-01',
  seasonEnd: '01-31',
  ratingLeadDays: 7,
  retentionYears: 5,
  retentionReason: '',
  legalBasis: 'Protokollat 6',
  legalBasisSource: 'OK11',
  legalBasisCheckedOn: '2026-08-01',
  leaderEmployeeId: null,
} as const;

/** The same as the one row of its table. */
export const testSchoolRow = { id: 'school', ...testProfile, createdAt: '2026-08-01T06:00:00.000Z' } as const;
