import type { Role } from '../../../server/kernel/wire.ts';
import type { Subject } from '../../../server/modules/notifications/contract.ts';

type Told = {
  subjects: readonly Subject[];
  /** Also by e-mail; a coordinator sees the department's plan anyway. */
  email: boolean;
  /** Has bookings to show in a calendar. */
  calendar: boolean;
};

const practice: Told = {
  subjects: ['bookings', 'reminders', 'waiting', 'reports'],
  email: true,
  calendar: true,
};
const home: Told = { subjects: ['reports'], email: true, calendar: false };

/** What people of a role are told at all; nobody of the administration. */
const toldTo: Partial<Record<Role, Told>> = {
  physician: practice,
  assistant: practice,
  nurse: home,
  home_manager: home,
  specialist: { subjects: ['bookings', 'reminders'], email: true, calendar: true },
  coordinator: { subjects: ['bookings'], email: false, calendar: true },
};

export const toldOf = (role: Role): Told | null => toldTo[role] ?? null;
