import type { Role } from '../../server/kernel/wire.ts';
import { demoAccounts } from '../../server/modules/identity/index.ts';
import { syntheticLanr } from './identifiers.ts';
import { idOf } from './ids.ts';
import { familyName, givenName } from './names.ts';
import { careHomes, departments, hospital, network, practices } from './organisations.ts';
import { randomFrom } from './random.ts';
import { specialties } from './region.ts';

type Person = {
  email: string;
  role: Role;
  title: string;
  givenName: string;
  familyName: string;
  organisationId: string;
  departmentId: string | null;
  /** KBV group of a physician; null = no physician. */
  group: string | null;
};

const random = randomFrom(17);
let serial = 0;

/** Somebody beside the demonstration accounts; e-mail and name follow from the running number. */
function invent(
  role: Role,
  place: { organisationId: string; departmentId?: string; key: string },
  group: string | null,
): Person {
  serial += 1;
  const sex = serial % 2 === 0 ? 'female' : 'male';
  return {
    email: `${place.key}.${role}.${serial}@demo.telkonnet.example`.replaceAll('_', '-'),
    role,
    title: group && serial % 3 !== 0 ? 'Dr. med.' : '',
    givenName: givenName(random, sex),
    familyName: familyName(serial),
    organisationId: place.organisationId,
    departmentId: place.departmentId ?? null,
    group,
  };
}

function demo(
  role: Role,
  specialty: string | null,
  organisationId: string,
  departmentId: string | null,
  group: string | null,
): Person[] {
  return demoAccounts
    .filter((account) => account.role === role && account.specialty === specialty)
    .map(({ email, title, givenName, familyName }) => ({
      email,
      role,
      title,
      givenName,
      familyName,
      organisationId,
      departmentId,
      group,
    }));
}

/** `known`, filled up with invented people to `count`. */
const fill = (known: Person[], count: number, invented: () => Person) => [
  ...known,
  ...Array.from({ length: Math.max(0, count - known.length) }, invented),
];

const inPractices = practices.flatMap(({ id, key }, index) => {
  const place = { organisationId: id, key };
  const own = (role: Role, group: string | null) => (index === 0 ? demo(role, null, id, null, group) : []);
  return [
    ...fill(own('physician', '01'), index % 3 === 0 ? 2 : 1, () =>
      invent('physician', place, index % 4 === 1 ? '03' : '01'),
    ),
    ...fill(own('assistant', null), 1, () => invent('assistant', place, null)),
  ];
});

const inHomes = careHomes.flatMap(({ id, key }, index) => {
  const place = { organisationId: id, key };
  const own = (role: Role) => (index === 0 ? demo(role, null, id, null, null) : []);
  return [
    ...fill(own('nurse'), 2, () => invent('nurse', place, null)),
    ...fill(own('home_manager'), 1, () => invent('home_manager', place, null)),
  ];
});

const inDepartments = departments.flatMap(({ id, specialtyCode }) => {
  const group = specialties.find(({ code }) => code === specialtyCode)?.groupCode ?? '01';
  const place = { organisationId: hospital.id, departmentId: id, key: `klinikum-${specialtyCode}` };
  return [
    ...fill(demo('specialist', specialtyCode, hospital.id, id, group), 3, () =>
      invent('specialist', place, group),
    ),
    ...fill(demo('coordinator', specialtyCode, hospital.id, id, null), 1, () =>
      invent('coordinator', place, null),
    ),
  ];
});

const inNetwork = (['network_admin', 'evaluator', 'privacy_officer'] as const).flatMap((role) =>
  demo(role, null, network.id, null, null),
);

const everybody = [...inPractices, ...inHomes, ...inDepartments, ...inNetwork].map((person, index) => ({
  ...person,
  displayName: [person.title, person.givenName, person.familyName].filter(Boolean).join(' '),
  practitionerId: person.group ? idOf(`practitioner ${person.email}`) : null,
  lanr: person.group ? syntheticLanr(1000 + index, person.group) : null,
}));

export const practitioners = everybody.flatMap(
  ({ practitionerId, organisationId, departmentId, title, givenName, familyName, lanr }) =>
    practitionerId
      ? [{ id: practitionerId, organisationId, departmentId, title, givenName, familyName, lanr }]
      : [],
);

export const accounts = everybody.map(
  ({ email, role, displayName, organisationId, departmentId, practitionerId }) => ({
    id: idOf(`account ${email}`),
    email,
    role,
    displayName,
    organisationId,
    departmentId,
    practitionerId,
  }),
);
export type SeededAccount = (typeof accounts)[number];

export const accountsOf = (
  place: { organisationId?: string; departmentId?: string },
  role: Role,
): SeededAccount[] =>
  accounts.filter(
    (account) =>
      account.role === role &&
      (place.organisationId === undefined || account.organisationId === place.organisationId) &&
      (place.departmentId === undefined || account.departmentId === place.departmentId),
  );
