import type { Language } from '@shared/domain/text';
import { useTranslation } from 'react-i18next';

/** The language on screen now. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'da';
}
