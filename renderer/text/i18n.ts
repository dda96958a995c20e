import type { Language } from '@shared/domain/text';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { da } from './da';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof da };
  }
}

/** Each language is a file of its own, so that the start reads only the one on screen. */
const texts: Readonly<Record<Language, () => Promise<object>>> = {
  da: async () => (await import('./da')).da,
  en: async () => (await import('./en')).en,
};

const reader: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, _namespace, done) => {
    texts[language === 'en' ? 'en' : 'da']().then(
      (read) => done(null, { ...read }),
      (error: Error) => done(error, false),
    );
  },
};

/** Reads the texts of a language, also when others are there already; switching later is `i18next.changeLanguage`. */
export async function startTexts(language: Language): Promise<void> {
  if (i18next.isInitialized) {
    await i18next.changeLanguage(language);
    return;
  }
  await i18next
    .use(reader)
    .use(initReactI18next)
    .init({
      lng: language,
      // No key is missing in either: the compiler sees to it.
      fallbackLng: false,
      interpolation: { escapeValue: false },
      showSupportNotice: false,
    } as Parameters<typeof i18next.init>[0]);
}
