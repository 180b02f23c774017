import type { Role } from '../../kernel/wire.ts';

/** Known to everyone who reads this: accounts with it exist only where the demonstration network is seeded. */
const password = 'Konsil-im-Nordwesten';

export type DemoAccount = {
  email: string;
  password: string;
  role: Role;
  title: string;
  givenName: string;
  familyName: string;
  displayName: string;
  /** The specialty of the department, for those who work in one. */
  specialty: 'cardiology' | 'geriatrics' | null;
};

const account = (
  name: string,
  role: Role,
  title: string,
  givenName: string,
  familyName: string,
  specialty: DemoAccount['specialty'] = null,
): DemoAccount => ({
  email: `${name}@demo.telkonnet.example`,
  password,
  role,
  title,
  givenName,
  familyName,
  displayName: [title, givenName, familyName].filter(Boolean).join(' '),
  specialty,
});

/** One account per role, and deputies where one person alone shows nothing. All names are made up. */
export const demoAccounts: readonly DemoAccount[] = [
  account('praxis.arzt', 'physician', 'Dr. med.', 'Anna', 'Muster'),
  account('praxis.mfa', 'assistant', '', 'Mia', 'Probe'),
  account('heim.pflege', 'nurse', '', 'Nils', 'Beispiel'),
  account('heim.leitung', 'home_manager', '', 'Helga', 'Mustermann'),
  account('klinik.kardiologie', 'specialist', 'Dr. med.', 'Karl', 'Herzmuster', 'cardiology'),
  account('klinik.kardiologie2', 'specialist', 'Dr. med.', 'Vera', 'Herzprobe', 'cardiology'),
  account('klinik.kardiologie3', 'specialist', '', 'Jens', 'Herzbeispiel', 'cardiology'),
  account('klinik.geriatrie', 'specialist', 'Dr. med.', 'Gerda', 'Altmuster', 'geriatrics'),
  account('klinik.koordination', 'coordinator', '', 'Konrad', 'Planmuster', 'cardiology'),
  account('netz.verwaltung', 'network_admin', '', 'Nora', 'Netzmuster'),
  account('netz.auswertung', 'evaluator', '', 'Eva', 'Zahlmuster'),
  account('netz.datenschutz', 'privacy_officer', '', 'Dora', 'Datenmuster'),
];
