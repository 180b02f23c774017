import type { Random } from './random.ts';

/** Family names that nobody bears: every one says that it is made up. */
const beginnings = ['Muster', 'Probe', 'Beispiel', 'Attrap'];
const endings = [
  'deich',
  'moor',
  'watt',
  'geest',
  'hafen',
  'siel',
  'heide',
  'marsch',
  'wiese',
  'feld',
  'brook',
  'kamp',
  'horst',
  'diek',
  'sand',
  'fehn',
  'strand',
  'ufer',
  'hof',
  'busch',
  'berg',
  'tal',
  'bach',
  'wald',
  'quell',
  'stein',
] as const;

/** The n-th invented family name; all differ up to 104. */
export function familyName(n: number): string {
  const beginning = beginnings[n % beginnings.length] ?? '';
  const ending = endings[Math.floor(n / beginnings.length) % endings.length] ?? '';
  return beginning + ending;
}

const women = [
  'Anke',
  'Frieda',
  'Gesche',
  'Heike',
  'Imke',
  'Johanne',
  'Karla',
  'Lore',
  'Meike',
  'Okka',
  'Rieke',
  'Silke',
  'Tomma',
  'Wiebke',
];
const men = [
  'Arend',
  'Bernd',
  'Claas',
  'Dirk',
  'Enno',
  'Focke',
  'Gerd',
  'Harm',
  'Jann',
  'Keno',
  'Lübbo',
  'Onno',
  'Reemt',
  'Tammo',
];

export const givenName = (random: Random, sex: 'female' | 'male') =>
  random.pick(sex === 'female' ? women : men);
