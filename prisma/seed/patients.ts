import { syntheticIk, syntheticKvnr } from './identifiers.ts';
import { idOf } from './ids.ts';
import { familyName, givenName } from './names.ts';
import { careHomes, practices } from './organisations.ts';
import { randomFrom } from './random.ts';
import { payers } from './region.ts';

const random = randomFrom(4711);
const allergies = ['', '', '', null, 'Penicillin', 'Pflaster (Acrylat)', 'Jodhaltiges Kontrastmittel'];
const medications = [
  'Ramipril 5 mg 1-0-0, Bisoprolol 2,5 mg 1-0-0',
  'Metformin 1000 mg 1-0-1, Torasemid 10 mg 1-0-0',
  'Apixaban 5 mg 1-0-1, Simvastatin 20 mg 0-0-1',
  'Pantoprazol 20 mg 1-0-0, Metamizol bei Bedarf',
  'Donepezil 10 mg 0-0-1, Melperon 25 mg zur Nacht',
];
let serial = 0;

/**
 * A few people are insured privately, and of a few the number is not known yet, so that billing has something to
 * complain about: not where everybody looks around first.
 */
const insuranceOf = (n: number, organisation: { id: string }) => ({
  kvnr:
    n % 13 === 0 && organisation !== practices[0] && organisation !== careHomes[0] ? null : syntheticKvnr(n),
  insuranceKind: n % 23 === 0 ? ('PKV' as const) : ('GKV' as const),
});

function patient(organisation: { id: string; city: string; postalCode: string }, resident: boolean) {
  serial += 1;
  const sex: 'female' | 'male' = random.chance(resident ? 0.7 : 0.52) ? 'female' : 'male';
  const payer = random.below(payers.length);
  const year = resident ? random.between(1932, 1950) : random.between(1938, 1995);
  const birthDate = new Date(Date.UTC(year, random.below(12), random.between(1, 28)));
  return {
    id: idOf(`patient ${serial}`),
    organisationId: organisation.id,
    ...insuranceOf(serial, organisation),
    payerIk: syntheticIk(payer + 1, '10'),
    payerName: payers[payer] ?? null,
    familyName: familyName(serial * 7 + 3),
    givenName: givenName(random, sex),
    birthDate,
    sex,
    street: resident ? null : `Probeweg ${serial}`,
    postalCode: organisation.postalCode,
    city: organisation.city,
    room: resident ? String(100 * random.between(1, 3) + random.between(1, 24)) : null,
    allergies: random.pick(allergies),
    medication: random.pick(medications),
    guardianName:
      resident && random.chance(0.3) ? `${givenName(random, 'female')} ${familyName(serial * 7 + 3)}` : null,
    guardianPhone: resident ? '040 66969 900' : null,
  };
}

/** Practices know 14 people each, care homes 18 residents. */
export const patients = [
  ...practices.flatMap((practice) => Array.from({ length: 14 }, () => patient(practice, false))),
  ...careHomes.flatMap((home) => Array.from({ length: 18 }, () => patient(home, true))),
];
export type SeededPatient = (typeof patients)[number];
export const patientsOf = (organisationId: string) =>
  patients.filter((one) => one.organisationId === organisationId);
