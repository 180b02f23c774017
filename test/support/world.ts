import type { Client } from 'pg';
import type { Role } from '../../server/kernel/wire.ts';

/** A small network that tests start from: two of everything where one organisation must not see the other's. */
const id = (kind: number, n: number) => `00000000-0000-8000-800${kind}-${String(n).padStart(12, '0')}`;

export const organisations = {
  network: { id: id(1, 1), kind: 'network', name: 'Netzstelle Test', bsnr: null, ik: null },
  hospital: { id: id(1, 2), kind: 'hospital', name: 'Klinikum Testfeld', bsnr: null, ik: '260300017' },
  practice: { id: id(1, 3), kind: 'practice', name: 'Praxis Muster', bsnr: '170000100', ik: null },
  otherPractice: { id: id(1, 4), kind: 'practice', name: 'Praxis Anderswo', bsnr: '170000200', ik: null },
  careHome: { id: id(1, 5), kind: 'care_home', name: 'Heim Testblick', bsnr: null, ik: '510300012' },
  otherCareHome: { id: id(1, 6), kind: 'care_home', name: 'Heim Anderswo', bsnr: null, ik: '510300023' },
} as const;
type OrganisationName = keyof typeof organisations;

export const departments = {
  cardiology: { id: id(2, 1), name: 'Kardiologie' },
  neurology: { id: id(2, 2), name: 'Neurologie' },
} as const;
type DepartmentName = keyof typeof departments;

const physician = (
  n: number,
  familyName: string,
  organisation: OrganisationName,
  lanr: string,
  department: DepartmentName | null = null,
) => ({
  id: id(3, n),
  familyName,
  organisation,
  lanr,
  department,
});

export const practitioners = {
  physician: physician(1, 'Hausmuster', 'practice', '000001601'),
  otherPhysician: physician(2, 'Hausprobe', 'otherPractice', '000002201'),
  specialist: physician(3, 'Herzmuster', 'hospital', '000003804', 'cardiology'),
  secondSpecialist: physician(4, 'Herzprobe', 'hospital', '000004404', 'cardiology'),
  neurologist: physician(5, 'Nervenmuster', 'hospital', '000005051', 'neurology'),
} as const;

const account = (
  n: number,
  role: Role,
  organisation: OrganisationName,
  department: DepartmentName | null = null,
) => ({
  id: id(4, n),
  role,
  organisation,
  department,
});

/** One account per role, and a second where tests need another organisation's or department's. */
export const accounts = {
  physician: account(1, 'physician', 'practice'),
  assistant: account(2, 'assistant', 'practice'),
  nurse: account(3, 'nurse', 'careHome'),
  homeManager: account(4, 'home_manager', 'careHome'),
  specialist: account(5, 'specialist', 'hospital', 'cardiology'),
  secondSpecialist: account(6, 'specialist', 'hospital', 'cardiology'),
  neurologist: account(7, 'specialist', 'hospital', 'neurology'),
  coordinator: account(8, 'coordinator', 'hospital', 'cardiology'),
  networkAdmin: account(9, 'network_admin', 'network'),
  evaluator: account(10, 'evaluator', 'network'),
  privacyOfficer: account(11, 'privacy_officer', 'network'),
  otherPhysician: account(12, 'physician', 'otherPractice'),
  otherAssistant: account(13, 'assistant', 'otherPractice'),
  otherNurse: account(14, 'nurse', 'otherCareHome'),
} as const;
export type AccountName = keyof typeof accounts;

export const emailOf = (name: AccountName): string => `${name.toLowerCase()}@test.telkonnet.example`;

/** Writes the network into an empty, migrated database, as its owner. */
export const fillWorld = async (owner: Client, passwordHash: string): Promise<void> => {
  for (const [index, o] of Object.values(organisations).entries()) {
    await owner.query(
      `INSERT INTO organisation (id, kind, name, bsnr, ik, street, postal_code, city, county_ags, phone, email)
       VALUES ($1, $2, $3, $4, $5, 'Testweg 1', '26133', 'Oldenburg', '03403', '0441 000000', $6)`,
      [o.id, o.kind, o.name, o.bsnr, o.ik, `post${index}@test.telkonnet.example`],
    );
  }
  for (const [specialty, d] of Object.entries(departments)) {
    await owner.query(
      `INSERT INTO department (id, organisation_id, specialty_code, name, phone) VALUES ($1, $2, $3, $4, '0441 000000')`,
      [d.id, organisations.hospital.id, specialty, d.name],
    );
  }
  for (const p of Object.values(practitioners)) {
    await owner.query(
      `INSERT INTO practitioner (id, organisation_id, department_id, title, given_name, family_name, lanr)
       VALUES ($1, $2, $3, 'Dr. med.', 'Test', $4, $5)`,
      [
        p.id,
        organisations[p.organisation].id,
        p.department && departments[p.department].id,
        p.familyName,
        p.lanr,
      ],
    );
  }
  for (const [name, a] of Object.entries(accounts)) {
    const practitioner = Object.entries(practitioners).find(([of]) => of === name)?.[1].id ?? null;
    await owner.query(
      `INSERT INTO account (id, email, password_hash, role, display_name, organisation_id, department_id, practitioner_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        a.id,
        `${name.toLowerCase()}@test.telkonnet.example`,
        passwordHash,
        a.role,
        `Test ${name}`,
        organisations[a.organisation].id,
        a.department && departments[a.department].id,
        practitioner,
      ],
    );
  }
};
