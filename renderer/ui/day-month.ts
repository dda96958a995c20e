import type { Language } from '@shared/domain/text';
import { written } from './format';

/** `2026-11-01` → "1. nov." in Danish, "1 Nov" in English. */
export function dayMonth(date: string, language: Language): string {
  return written(new Date(`${date}T12:00:00`), language, { day: 'numeric', month: 'short' });
}
