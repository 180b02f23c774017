import { syntheticBsnr, syntheticIk } from './identifiers.ts';
import { idOf } from './ids.ts';
import { type SpecialtyCode, specialties } from './region.ts';

type Kind = 'hospital' | 'practice' | 'care_home' | 'network';
export type SeededOrganisation = ReturnType<typeof organisation>;

const practicePlaces = [
  ['Hausarztpraxis Musterhafen', 'Bad Zwischenahn', '26160', '03451'],
  ['Praxisgemeinschaft Probegeest', 'Westerstede', '26655', '03451'],
  ['Hausarztpraxis Musterheide', 'Cloppenburg', '49661', '03453'],
  ['Landarztpraxis Beispielmoor', 'Friesoythe', '26169', '03453'],
  ['Hausarztpraxis Musterdeich', 'Leer', '26789', '03457'],
  ['Landarztpraxis Probediek', 'Weener', '26826', '03457'],
  ['Hausarztpraxis Musterbrook', 'Bramsche', '49565', '03459'],
  ['Stadtpraxis Beispielwall', 'Osnabrück', '49074', '03404'],
  ['Hausarztpraxis Musterfeld', 'Lohne', '49393', '03460'],
  ['Hausarztpraxis Probemarsch', 'Brake', '26919', '03461'],
  ['Küstenpraxis Beispielsiel', 'Nordenham', '26954', '03461'],
  ['Stadtpraxis Musterhunte', 'Oldenburg', '26121', '03403'],
] as const;

const homePlaces = [
  ['Pflegezentrum Musterlinde', 'Rastede', '26180', '03451'],
  ['Seniorenhaus Probewiese', 'Edewecht', '26188', '03451'],
  ['Pflegehaus Beispielhase', 'Löningen', '49624', '03453'],
  ['Seniorenzentrum Musterfehn', 'Rhauderfehn', '26817', '03457'],
  ['Inselpflege Probedüne', 'Borkum', '26757', '03457'],
  ['Pflegezentrum Beispielelse', 'Melle', '49324', '03459'],
  ['Seniorenhaus Musterwall', 'Osnabrück', '49080', '03404'],
  ['Pflegehaus Probedammer', 'Damme', '49401', '03460'],
  ['Seniorenzentrum Beispielstrom', 'Elsfleth', '26931', '03461'],
  ['Pflegezentrum Musterpark', 'Oldenburg', '26133', '03403'],
] as const;

function organisation(
  kind: Kind,
  key: string,
  name: string,
  place: { city: string; postalCode: string; countyAgs: string },
  serial: number,
) {
  return {
    id: idOf(key),
    key,
    kind,
    name,
    bsnr:
      kind === 'practice'
        ? syntheticBsnr(serial, place.countyAgs === '03404' || place.countyAgs === '03459' ? '13' : '12')
        : null,
    ik:
      kind === 'hospital'
        ? syntheticIk(serial, '26')
        : kind === 'care_home'
          ? syntheticIk(serial, '51')
          : null,
    street: `Musterstraße ${serial}`,
    ...place,
    // Numbers that the network agency keeps free for invented people.
    phone: `040 66969 ${100 + serial}`,
    email: `${key}@telkonnet.example`,
  };
}

const inOldenburg = { city: 'Oldenburg', postalCode: '26133', countyAgs: '03403' };

export const hospital = organisation('hospital', 'klinikum-oldenburg', 'Klinikum Oldenburg', inOldenburg, 1);
export const network = organisation('network', 'netzstelle', 'TelKonNet Netzstelle', inOldenburg, 2);
export const practices = practicePlaces.map(([name, city, postalCode, countyAgs], index) =>
  organisation('practice', `praxis-${index + 1}`, name, { city, postalCode, countyAgs }, 11 + index),
);
export const careHomes = homePlaces.map(([name, city, postalCode, countyAgs], index) =>
  organisation('care_home', `pflegeheim-${index + 1}`, name, { city, postalCode, countyAgs }, 31 + index),
);

/** Where an urgent request goes when it is raised by a level: from the general to the specialised department. */
const nextLevel: Partial<Record<SpecialtyCode, SpecialtyCode>> = {
  geriatrics: 'cardiology',
  palliative: 'geriatrics',
  wound: 'dermatology',
  diabetology: 'cardiology',
};
const departmentId = (code: SpecialtyCode) => idOf(`department ${code}`);

export const departments = specialties.map(({ code, nameDe }, index) => {
  const next = nextLevel[code];
  return {
    id: departmentId(code),
    organisationId: hospital.id,
    specialtyCode: code,
    name: `${nameDe}`,
    phone: `040 66969 ${60 + index}`,
    level: next ? 1 : 2,
    nextDepartmentId: next ? departmentId(next) : null,
  };
});
