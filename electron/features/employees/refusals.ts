import { refuse } from '@shared/domain/text';

export const employeeNotFound = refuse('not-found', {
  da: 'Medarbejderen findes ikke længere. Gå tilbage til listen.',
  en: 'The employee no longer exists. Go back to the list.',
});

export const membershipNotFound = refuse('not-found', {
  da: 'Medlemskabet findes ikke længere.',
  en: 'The membership no longer exists.',
});
