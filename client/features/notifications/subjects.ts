import type { Role } from '../../../server/kernel/wire.ts';
import type { Subject } from '../../../server/modules/notifications/contract.ts';

type Told = {
  subjects: readonly Subject[];
  /** Also by e-mail; a coordinator sees the department's bookings in the plan anyway. */
  emailed: readonly Subject[];
  /** Has bookings to show in a calendar. */
  calendar: boolean;
};

const practice: Told = {
  subjects: ['bookings', 'reminders', 'waiting', 'reports'],
  emailed: ['bookings', 'reminders', 'waiting', 'reports'],
  calendar: true,
};
const home: Told = { subjects: ['reports'], emailed: ['reports'], calendar: false };

/** What people of a role are told at all; nobody of the administration. */
const toldTo: Partial<Record<Role, Told>> = {
  physician: practice,
  assistant: practice,
  nurse: home,
  home_manager: home,
  specialist: {
    subjects: ['bookings', 'reminders', 'onCall'],
    emailed: ['bookings', 'reminders', 'onCall'],
    calendar: true,
  },
  coordinator: { subjects: ['bookings', 'onCall'], emailed: ['onCall'], calendar: true },
};

export const toldOf = (role: Role): Told | null => toldTo[role] ?? null;
