/** Fields of the hospital's departments: as the region's migration names them, with the KBV group of their physicians. */
export const specialties = [
  { code: 'cardiology', groupCode: '28', nameDe: 'Kardiologie' },
  { code: 'neurology', groupCode: '53', nameDe: 'Neurologie' },
  { code: 'geriatrics', groupCode: '32', nameDe: 'Geriatrie' },
  { code: 'dermatology', groupCode: '21', nameDe: 'Dermatologie' },
  { code: 'palliative', groupCode: '01', nameDe: 'Palliativmedizin' },
  { code: 'trauma', groupCode: '10', nameDe: 'Unfallchirurgie' },
  { code: 'diabetology', groupCode: '23', nameDe: 'Diabetologie' },
  { code: 'wound', groupCode: '06', nameDe: 'Wundversorgung' },
  { code: 'pneumology', groupCode: '30', nameDe: 'Pneumologie' },
  { code: 'psychiatry', groupCode: '58', nameDe: 'Gerontopsychiatrie' },
] as const;
export type SpecialtyCode = (typeof specialties)[number]['code'];

/** Invented payers. Their institution numbers have a right check digit and a plainly invented serial. */
export const payers = ['Musterkasse Nordwest', 'Probekasse Weser-Ems', 'Beispiel BKK Küste'] as const;
