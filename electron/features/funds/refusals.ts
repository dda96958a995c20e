import { refuse } from '@shared/domain/text';

export const gone = {
  application: refuse('not-found', {
    da: 'Ansøgningen findes ikke længere. Gå tilbage til listen.',
    en: 'The application no longer exists. Go back to the list.',
  }),
  grant: refuse('not-found', {
    da: 'Bevillingen findes ikke længere.',
    en: 'The grant no longer exists.',
  }),
  rules: refuse('not-found', {
    da: 'Regelsættet findes ikke længere.',
    en: 'The rule set no longer exists.',
  }),
} as const;
