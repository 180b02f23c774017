import i18next from 'i18next';
import { expect, it } from 'vitest';
import de from '../../../locales/de/requests.json' with { type: 'json' };
import en from '../../../locales/en/requests.json' with { type: 'json' };
import { nothingWords } from './nothing-words.ts';

const said = async (language: 'de' | 'en', reasons: Parameters<typeof nothingWords>[1]['reasons']) => {
  const i18n = i18next.createInstance();
  const resources = { de: { translation: { requests: de } }, en: { translation: { requests: en } } };
  const t = await i18n.init({ lng: language, resources });
  return nothingWords(t, { reasons, waiting: 0 });
};

it('says why nothing is free, in one sentence', async () => {
  const reasons = [
    { code: 'taken' as const, times: 12 },
    { code: 'holiday' as const, times: 3 },
    { code: 'not_open_to_you' as const, times: 1 },
  ];
  expect(await said('de', reasons)).toBe(
    '12 Zeiten sind vergeben, 3 liegen an Feiertagen, 1 ist für Ihren Landkreis oder Ihre Praxis nicht freigegeben.',
  );
  expect(await said('en', reasons)).toBe(
    '12 times are taken, 3 fall on public holidays, 1 is not open to your county or practice.',
  );
});

it('has nothing to count where there are no hours', async () => {
  const none = 'In diesem Zeitraum gibt es keine Sprechzeit.';
  expect(await said('de', [])).toBe(none);
  expect(await said('de', [{ code: 'no_roster', times: 0 }])).toBe(none);
});
