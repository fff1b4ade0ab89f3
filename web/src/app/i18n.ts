import type { InterfaceLanguage } from '@teahouse/contract';
import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const interfaceLanguages = { en: 'English', zh: '简体中文' } as const satisfies Record<
  InterfaceLanguage,
  string
>;

/** Also read by public/before-paint.js. */
const storageKey = 'teahouse.language';

/** One chunk per language and area: a reader loads only what they see, in their own language. */
const areas = import.meta.glob<ResourceKey>('../locales/*/*.json', { import: 'default' });

/** Needed by the front door; other areas arrive with the screens that speak them. */
const firstAreas = ['common', 'feed', 'problems'];

const bundledAreas: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, area, done) {
    const load = areas[`../locales/${language}/${area}.json`];
    if (!load) return done(new Error(`No strings for ${language}/${area}`), false);
    load().then(
      (strings) => done(null, strings),
      (error: Error) => done(error, false),
    );
  },
};

export async function startI18n(): Promise<void> {
  await i18next
    .use(bundledAreas)
    .use(initReactI18next)
    .init({
      lng: startLanguage(),
      ns: firstAreas,
      defaultNS: 'common',
      fallbackLng: false,
      interpolation: { escapeValue: false },
    });
  markDocument(currentLanguage());
}

export async function chooseLanguage(language: InterfaceLanguage): Promise<void> {
  await i18next.changeLanguage(language);
  markDocument(language);
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

export function currentLanguage(): InterfaceLanguage {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

function startLanguage(): InterfaceLanguage {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
}

function markDocument(language: InterfaceLanguage): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
