import {
  type Icon,
  IconAffiliate,
  IconBell,
  IconBuilding,
  IconCalendarEvent,
  IconCalendarShare,
  IconCalendarWeek,
  IconDoor,
  IconFileText,
  IconHeartRateMonitor,
  IconHourglassHigh,
  IconKey,
  IconListCheck,
  IconMessage2,
  IconPlugConnected,
  IconReceiptEuro,
  IconThumbUp,
  IconUrgent,
  IconUser,
  IconUserCog,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';

/** What events are about, each with its sign and its verbs, as in `audit.types` of the locale files. */
export const kinds: Record<string, { icon: Icon; verbs: readonly string[] }> = {
  patient: { icon: IconUser, verbs: ['viewed', 'created', 'changed'] },
  request: { icon: IconMessage2, verbs: ['created', 'viewed'] },
  report: { icon: IconFileText, verbs: ['viewed', 'drafted', 'discarded', 'finalised'] },
  booking: {
    icon: IconCalendarEvent,
    verbs: ['made', 'moved', 'handed_over', 'cancelled', 'missed', 'attendance_corrected'],
  },
  hold: { icon: IconCalendarEvent, verbs: ['made', 'extended', 'released', 'expired'] },
  series: { icon: IconCalendarEvent, verbs: ['made'] },
  waiting: {
    icon: IconHourglassHigh,
    verbs: [
      'entered',
      'changed',
      'offered',
      'accepted',
      'declined',
      'expired',
      'revoked',
      'withdrawn',
      'placed',
    ],
  },
  urgent: { icon: IconUrgent, verbs: ['raised', 'claimed', 'handed_back', 'passed', 'withdrawn'] },
  vital_signs: { icon: IconHeartRateMonitor, verbs: ['taken'] },
  consultation: { icon: IconDoor, verbs: ['opened', 'started', 'closed', 'viewed'] },
  participant: { icon: IconDoor, verbs: ['joined', 'left'] },
  feedback: { icon: IconThumbUp, verbs: ['given'] },
  fhir: { icon: IconPlugConnected, verbs: ['viewed'] },
  billing: { icon: IconReceiptEuro, verbs: ['decided', 'exported', 'viewed'] },
  session: { icon: IconKey, verbs: ['opened', 'closed', 'refused'] },
  account: { icon: IconUserCog, verbs: ['created', 'changed'] },
  organisation: { icon: IconBuilding, verbs: ['changed'] },
  pool: { icon: IconCalendarWeek, verbs: ['changed'] },
  roster: { icon: IconCalendarWeek, verbs: ['changed'] },
  absence: { icon: IconCalendarWeek, verbs: ['changed'] },
  on_call: { icon: IconCalendarWeek, verbs: ['changed'] },
  notification: { icon: IconBell, verbs: ['made'] },
  calendar_feed: { icon: IconCalendarShare, verbs: ['made', 'revoked'] },
  audit: { icon: IconListCheck, verbs: ['viewed'] },
};

export const iconOf = (type: string): Icon => kinds[type.split('.')[0] ?? '']?.icon ?? IconAffiliate;

/** "hat einen Befund gesehen"; a type that this version does not know is shown as its code. */
export function eventText(t: TFunction, type: string): string {
  const [kind = '', verb = ''] = type.split('.');
  return kinds[kind]?.verbs.includes(verb) ? t(`audit.types.${kind}.${verb}`) : type;
}

/** The choices of a filter by type: each kind as a whole, then its single verbs. */
export const typeChoices = (t: TFunction) =>
  Object.entries(kinds).map(([kind, { verbs }]) => {
    const name = t(`audit.types.${kind}.name`);
    const single = verbs.map((verb) => ({
      value: `${kind}.${verb}`,
      label: t(`audit.types.${kind}.${verb}`),
    }));
    return {
      group: name,
      items:
        verbs.length > 1 ? [{ value: kind, label: t('audit.filter.allOf', { name }) }, ...single] : single,
    };
  });

/** P-000123, K-000123 */
export const patientNumber = (number: number): string => `P-${String(number).padStart(6, '0')}`;
export const requestNumber = (number: number): string => `K-${String(number).padStart(6, '0')}`;
