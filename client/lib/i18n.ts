import dayjs from 'dayjs';
import 'dayjs/locale/de.js';
import 'dayjs/locale/en-gb.js';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Locale } from '../../server/modules/identity/contract.ts';
import { mergeTexts, type Texts } from '../locales/merge-texts.ts';

const loaders: Record<Locale, () => Promise<{ texts: Record<string, Texts> }>> = {
  de: () => import('../locales/de/index.ts'),
  en: () => import('../locales/en/index.ts'),
};

const stored = 'telkonnet.locale';

/** The language of this device's last use; German for a device that was never asked. */
export function rememberedLocale(): Locale {
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'de';
  } catch {
    return 'de';
  }
}

/** Loads the language's texts if need be and shows them everywhere. */
export async function showLocale(locale: Locale): Promise<void> {
  if (!i18next.hasResourceBundle(locale, 'translation')) {
    const { texts } = await loaders[locale]();
    i18next.addResourceBundle(locale, 'translation', mergeTexts(texts));
  }
  dayjs.locale(locale === 'en' ? 'en-gb' : 'de');
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(stored, locale);
  } catch {
    // The choice then lasts until the page is closed.
  }
  await i18next.changeLanguage(locale);
}

/** Once, before the first screen. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: rememberedLocale(),
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await showLocale(rememberedLocale());
}

/** The language now shown. The component follows a switch. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'de';
}
