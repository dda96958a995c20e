import type { Text } from './text';

/** The nine ways to learn (R001-04): not only courses. */
export const activityKinds = [
  'formalTraining',
  'course',
  'network',
  'knowledgeSharing',
  'sparring',
  'evaluation',
  'reflection',
  'problemSolving',
  'practice',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** The source's own words. */
export const activityKindNames: Readonly<Record<ActivityKind, Text>> = {
  formalTraining: {
    da: 'Formel kompetencegivende efter- og videreuddannelse',
    en: 'Formal further education',
  },
  course: { da: 'Kursusaktivitet', en: 'Course' },
  network: { da: 'Deltagelse i netværk', en: 'Taking part in a network' },
  knowledgeSharing: { da: 'Videndeling', en: 'Knowledge sharing' },
  sparring: { da: 'Sparring', en: 'Sparring' },
  evaluation: { da: 'Evaluering', en: 'Evaluation' },
  reflection: { da: 'Refleksion', en: 'Reflection' },
  problemSolving: { da: 'Opgaveløsning', en: 'Solving tasks together' },
  practice: { da: 'Træning i praksis', en: 'Training in practice' },
};

/** At which level an activity works (R001-03). */
export const activityLevels = ['organisation', 'leadership', 'team', 'individual'] as const;
export type ActivityLevel = (typeof activityLevels)[number];

export const activityLevelNames: Readonly<Record<ActivityLevel, Text>> = {
  organisation: { da: 'Organisation', en: 'Organisation' },
  leadership: { da: 'Ledelse', en: 'Leadership' },
  team: { da: 'Team', en: 'Team' },
  individual: { da: 'Individ', en: 'Individual' },
};

/** How an activity meets its participants (R001-24). */
export const activityForms = ['physical', 'online', 'blended'] as const;
export type ActivityForm = (typeof activityForms)[number];

export const activityFormNames: Readonly<Record<ActivityForm, Text>> = {
  physical: { da: 'Fremmøde', en: 'In person' },
  online: { da: 'Online', en: 'Online' },
  blended: { da: 'Blandet', en: 'Blended' },
};

/** What an activity gives on paper (R001-16): a formal competence, a ground for the leader's assessment, or an update. */
export const activityQualifications = ['formal', 'assessment', 'update', 'none'] as const;
export type ActivityQualification = (typeof activityQualifications)[number];

export const activityQualificationNames: Readonly<Record<ActivityQualification, Text>> = {
  formal: { da: 'Giver formel kompetence', en: 'Gives a formal competence' },
  assessment: { da: 'Støtter lederens vurdering', en: 'Supports the leader’s assessment' },
  update: { da: 'Opdatering', en: 'Update' },
  none: { da: 'Ingen', en: 'None' },
};

/**
 * What an activity has its focus on: the four focus areas of a course (R004-02) and the three national aims (R001-02,
 * R004-01).
 */
export const focusTags = [
  'learningAndWellbeing',
  'goalDirectedTeaching',
  'useOfData',
  'learningCommunity',
  'challengeAll',
  'socialBackground',
  'trustAndWellbeing',
] as const;
export type FocusTag = (typeof focusTags)[number];

export const focusTagNames: Readonly<Record<FocusTag, Text>> = {
  learningAndWellbeing: { da: 'Elevens læring og trivsel', en: 'The pupil’s learning and well-being' },
  goalDirectedTeaching: { da: 'Målstyret undervisning', en: 'Teaching directed by goals' },
  useOfData: {
    da: 'Anvendelsen af data og resultater i didaktiske og pædagogiske sammenhænge',
    en: 'Using data and results in teaching and pedagogy',
  },
  learningCommunity: {
    da: 'Teamsamarbejde som et professionelt læringsfællesskab',
    en: 'The team as a professional learning community',
  },
  challengeAll: {
    da: 'Udfordre alle elever, så de bliver så dygtige, de kan',
    en: 'Challenge all pupils to become as able as they can',
  },
  socialBackground: {
    da: 'Mindske betydningen af social baggrund',
    en: 'Lessen what social background means',
  },
  trustAndWellbeing: {
    da: 'Styrke tillid og trivsel gennem respekt for professionel viden og praksis',
    en: 'Strengthen trust and well-being through respect for professional knowledge and practice',
  },
};
