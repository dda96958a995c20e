import type { Language } from '@shared/domain/text';

/** `2026-11-01` → "1. nov." in Danish, "1 Nov" in English. */
export function dayMonth(date: string, language: Language): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  return new Date(`${date}T12:00:00`).toLocaleDateString(locale, { day: 'numeric', month: 'short' });
}
