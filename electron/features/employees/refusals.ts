import { refuse } from '@shared/domain/text';

export const employeeNotFound = refuse('not-found', {
  da: 'Medarbejderen findes ikke længere. Gå tilbage til listen.',
  en: 'The employee is no longer there. Go back to the list.',
});

export const membershipNotFound = refuse('not-found', {
  da: 'Medlemskabet findes ikke længere.',
  en: 'The membership is no longer there.',
});
