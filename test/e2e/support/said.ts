import type { Page } from 'playwright-core';

/** Every word that a page shows or tells a screen reader. */
export const saidBy = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const names = ['aria-label', 'placeholder', 'title', 'alt'];
    const told = [...document.querySelectorAll('body *')].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...told].filter(Boolean).join('\n');
  });

const features =
  'audit|billing|consultation|directory|errors|evaluation|help|identity|places|records|requests';
const rawKey = new RegExp(`\\b(?:${features}|scheduling|shell|triage|ui)\\.[a-z]\\w+(?:\\.\\w+)*`, 'g');

/** Names of texts that stand where the texts should be. */
export const rawKeysIn = (said: string): string[] => said.match(rawKey) ?? [];

// Words of the screens themselves: names, places and what people wrote stay as they are in every language.
const german = [
  'Abbrechen|Abmelden|Abrechnung|Alle|Annehmen|Ansehen|Auswertung|Bewohner|Bitte|Dienstplan|Fachgebiet',
  'Geburtsdatum|gestern|Gestern|heute|Heute|Hilfe|Jahre|keine Angabe|Konsil anfordern|Konsile|Lage|morgen',
  'Nachname|Protokoll|Quartal|Schließen|seit|Speichern|Suchen|Termine|Uhr|Versicherung|Vorname',
  'Warteschlange|Weiter|Woche|Zeitraum|Zimmer|Zurück',
].join('|');
const germanWord = new RegExp(`(?<![\\p{L}-])(?:${german})(?![\\p{L}-])`, 'gu');

export const germanWordsIn = (said: string): string[] => [...new Set(said.match(germanWord) ?? [])];
