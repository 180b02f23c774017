import de from '../locales/de/connection-test.json' with { type: 'json' };
import en from '../locales/en/connection-test.json' with { type: 'json' };
import { useLanguage } from './words.ts';

export type TestWords = typeof de;

/** The words of the test page in the language that is chosen. */
export const useTestWords = (): TestWords => (useLanguage() === 'de' ? de : en);
