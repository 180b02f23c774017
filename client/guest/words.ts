import { useEffect, useState } from 'preact/hooks';
import de from '../locales/de/guest.json' with { type: 'json' };
import en from '../locales/en/guest.json' with { type: 'json' };

export type Words = typeof de;
export type Language = 'de' | 'en';

const all: Record<Language, Words> = { de, en };
/** The same that the application remembers. */
const stored = 'telkonnet.locale';

/** What this device chose, else what its browser speaks; German for everybody else. */
function firstLanguage(): Language {
  try {
    const chosen = localStorage.getItem(stored);
    if (chosen === 'de' || chosen === 'en') return chosen;
  } catch {
    // Storage is blocked: the browser's language decides.
  }
  return navigator.language.startsWith('de') ? 'de' : 'en';
}

let language = firstLanguage();
const listeners = new Set<() => void>();

export function chooseLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** The same, kept for the next time: somebody pressed for it. */
export function keepLanguage(next: Language): void {
  chooseLanguage(next);
  try {
    localStorage.setItem(stored, next);
  } catch {
    // The choice then lasts until the page is closed.
  }
}

/** Whether the device was ever asked; if not, the language of the invitation is the better guess. */
export function hasChosenLanguage(): boolean {
  try {
    return localStorage.getItem(stored) !== null;
  } catch {
    return false;
  }
}

export function useLanguage(): Language {
  const [shown, setShown] = useState(language);
  useEffect(() => {
    const listener = () => setShown(language);
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return shown;
}

export const useWords = (): Words => all[useLanguage()];

/** Puts values into a text: `{{name}}`. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
