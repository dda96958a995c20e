import { refuse } from './text';

/** Years the municipal code list allows at most after somebody has left, without a reason of its own (DOMAIN 0.9). */
export const longestRetentionWithoutReason = 10;

/** Refuses a retention over ten years that has no written reason (DOMAIN 0.9, 3.7). */
export function checkRetention({
  retentionYears,
  retentionReason,
}: {
  retentionYears: number;
  retentionReason: string;
}): void {
  if (retentionYears <= longestRetentionWithoutReason || retentionReason.trim() !== '') return;
  const text = {
    da: `Over ${longestRetentionWithoutReason} år kræver en skriftlig begrundelse. Skriv den, eller vælg færre år.`,
    en: `More than ${longestRetentionWithoutReason} years needs a written reason. Give one, or choose fewer years.`,
  };
  throw refuse('invalid', text, { retentionReason: text });
}
