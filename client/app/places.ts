import {
  type Icon,
  IconAddressBook,
  IconBed,
  IconBellRinging,
  IconCalendarWeek,
  IconChartBar,
  IconLayoutDashboard,
  IconListCheck,
  IconMessage2Plus,
  IconReceiptEuro,
  IconStethoscope,
  IconUrgent,
  IconVideo,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '../../server/kernel/wire.ts';
import { paths } from '../lib/paths.ts';

export type Place = {
  /** Everything below belongs to the place too; its page may hold routes of its own. */
  path: string;
  icon: Icon;
  /** Key of its name in the locale files. */
  label: string;
  load: () => Promise<{ default: ComponentType }>;
  /** Reached by links only; the rail shows this place as where one is. */
  within?: string;
  /** Red: for danger to life only. */
  danger?: true;
};

export const places = {
  consults: {
    path: paths.consults,
    icon: IconStethoscope,
    label: 'places.consults',
    load: () => import('../features/records/consults-page.tsx'),
  },
  newRequest: {
    path: paths.newRequest,
    icon: IconMessage2Plus,
    label: 'places.newRequest',
    load: () => import('../features/requests/request-page.tsx'),
  },
  appointment: {
    path: paths.appointment,
    icon: IconStethoscope,
    label: 'places.consults',
    within: 'consults',
    load: () => import('../features/requests/appointment-page.tsx'),
  },
  residents: {
    path: paths.residents,
    icon: IconBed,
    label: 'places.residents',
    load: () => import('../features/triage/residents-page.tsx'),
  },
  urgent: {
    path: paths.urgent,
    icon: IconUrgent,
    label: 'places.urgent',
    load: () => import('../features/triage/urgent-page.tsx'),
    danger: true,
  },
  queue: {
    path: paths.queue,
    icon: IconBellRinging,
    label: 'places.queue',
    load: () => import('../features/triage/queue-page.tsx'),
  },
  roster: {
    path: paths.roster,
    icon: IconCalendarWeek,
    label: 'places.roster',
    load: () => import('../features/scheduling/roster-page.tsx'),
  },
  booking: {
    path: paths.bookings,
    icon: IconCalendarWeek,
    label: 'places.roster',
    within: 'consults',
    load: () => import('../features/scheduling/booking-page.tsx'),
  },
  board: {
    path: paths.board,
    icon: IconLayoutDashboard,
    label: 'places.board',
    load: () => import('../features/triage/board-page.tsx'),
  },
  billing: {
    path: paths.billing,
    icon: IconReceiptEuro,
    label: 'places.billing',
    load: () => import('../features/billing/billing-page.tsx'),
  },
  evaluation: {
    path: paths.evaluation,
    icon: IconChartBar,
    label: 'places.evaluation',
    load: () => import('../features/evaluation/evaluation-page.tsx'),
  },
  network: {
    path: paths.network,
    icon: IconAddressBook,
    label: 'places.network',
    load: () => import('../features/directory/network-page.tsx'),
  },
  audit: {
    path: paths.audit,
    icon: IconListCheck,
    label: 'places.audit',
    load: () => import('../features/audit/audit-page.tsx'),
  },
} as const satisfies Record<string, Place>;
export type PlaceName = keyof typeof places;

/** The room fills the screen: no rail, no header. */
export const room: Place = {
  path: '/raum/:id',
  icon: IconVideo,
  label: 'places.consults',
  load: async () => ({ default: (await import('./room-place.tsx')).RoomPlace }),
};
export const roomRoles: readonly Role[] = ['physician', 'assistant', 'nurse', 'home_manager', 'specialist'];

type Places = { rail: readonly PlaceName[]; main?: PlaceName; also?: readonly PlaceName[] };

/**
 * The rail of each role: at most six; the first opens after sign-in. `main` is the role's one large action, `also`
 * what is reached by links only.
 */
export const placesOf: Record<Role, Places> = {
  physician: { rail: ['consults'], main: 'newRequest', also: ['appointment', 'booking'] },
  assistant: { rail: ['consults'], main: 'newRequest', also: ['appointment', 'booking'] },
  nurse: { rail: ['residents', 'consults'], main: 'urgent' },
  home_manager: { rail: ['residents', 'consults'], main: 'urgent' },
  specialist: { rail: ['queue', 'consults', 'roster'], also: ['booking'] },
  coordinator: { rail: ['roster', 'board', 'queue', 'consults'], also: ['booking'] },
  network_admin: { rail: ['billing', 'evaluation', 'network'] },
  evaluator: { rail: ['evaluation'] },
  privacy_officer: { rail: ['audit'] },
};

/** Whether the role works at the place. */
export function mayEnter(role: Role, name: PlaceName): boolean {
  const { rail, main, also = [] } = placesOf[role];
  return rail.includes(name) || main === name || also.includes(name);
}

/** The place that an address belongs to: the one with the longest path before it. */
export function placeAt(address: string): PlaceName | null {
  const names = Object.keys(places) as PlaceName[];
  const holding = names.filter((name) => {
    const { path } = places[name];
    return address === path || address.startsWith(`${path}/`);
  });
  return holding.sort((a, b) => places[b].path.length - places[a].path.length)[0] ?? null;
}
