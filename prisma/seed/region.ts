/** The 17 bodies of Weser-Ems with their official municipality keys. */
export const counties = [
  { ags: '03401', name: 'Delmenhorst', kind: 'city' },
  { ags: '03402', name: 'Emden', kind: 'city' },
  { ags: '03403', name: 'Oldenburg (Stadt)', kind: 'city' },
  { ags: '03404', name: 'Osnabrück (Stadt)', kind: 'city' },
  { ags: '03405', name: 'Wilhelmshaven', kind: 'city' },
  { ags: '03451', name: 'Ammerland', kind: 'district' },
  { ags: '03452', name: 'Aurich', kind: 'district' },
  { ags: '03453', name: 'Cloppenburg', kind: 'district' },
  { ags: '03454', name: 'Emsland', kind: 'district' },
  { ags: '03455', name: 'Friesland', kind: 'district' },
  { ags: '03456', name: 'Grafschaft Bentheim', kind: 'district' },
  { ags: '03457', name: 'Leer', kind: 'district' },
  { ags: '03458', name: 'Oldenburg (Landkreis)', kind: 'district' },
  { ags: '03459', name: 'Osnabrück (Landkreis)', kind: 'district' },
  { ags: '03460', name: 'Vechta', kind: 'district' },
  { ags: '03461', name: 'Wesermarsch', kind: 'district' },
  { ags: '03462', name: 'Wittmund', kind: 'district' },
] as const;

/** IHE-D code of the field, KBV group of its physicians, names, and the phone extension of its department. */
export const specialties = [
  { code: 'cardiology', iheCode: 'KARD', groupCode: '28', nameDe: 'Kardiologie', nameEn: 'Cardiology' },
  { code: 'neurology', iheCode: 'NEUR', groupCode: '53', nameDe: 'Neurologie', nameEn: 'Neurology' },
  { code: 'geriatrics', iheCode: 'GERI', groupCode: '32', nameDe: 'Geriatrie', nameEn: 'Geriatrics' },
  { code: 'dermatology', iheCode: 'HAUT', groupCode: '21', nameDe: 'Dermatologie', nameEn: 'Dermatology' },
  {
    code: 'palliative',
    iheCode: 'PALL',
    groupCode: '01',
    nameDe: 'Palliativmedizin',
    nameEn: 'Palliative medicine',
  },
  { code: 'trauma', iheCode: 'UNFC', groupCode: '10', nameDe: 'Unfallchirurgie', nameEn: 'Trauma surgery' },
  { code: 'diabetology', iheCode: 'ENDO', groupCode: '23', nameDe: 'Diabetologie', nameEn: 'Diabetology' },
  { code: 'wound', iheCode: 'GFCH', groupCode: '06', nameDe: 'Wundversorgung', nameEn: 'Wound care' },
  { code: 'pneumology', iheCode: 'PNEU', groupCode: '30', nameDe: 'Pneumologie', nameEn: 'Pneumology' },
  {
    code: 'psychiatry',
    iheCode: 'PSYC',
    groupCode: '58',
    nameDe: 'Gerontopsychiatrie',
    nameEn: 'Geriatric psychiatry',
  },
] as const;
export type SpecialtyCode = (typeof specialties)[number]['code'];

/** Invented payers. Their institution numbers have a right check digit and a plainly invented serial. */
export const payers = ['Musterkasse Nordwest', 'Probekasse Weser-Ems', 'Beispiel BKK Küste'] as const;
