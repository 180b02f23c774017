import type { Prisma } from '../../../kernel/generated/client.ts';
import { profile, system } from '../systems.ts';
import type { Appointment, Context } from '../types.ts';
import { specialtyCoding } from './organization.ts';
import { concept, reference } from './parts.ts';
import { practitionerName } from './practitioner.ts';

export const appointmentSelect = {
  id: true,
  state: true,
  startAt: true,
  endAt: true,
  createdAt: true,
  cancelReason: true,
  practitioner: { select: { id: true, title: true, givenName: true, familyName: true } },
  request: {
    select: {
      id: true,
      patient: { select: { id: true, givenName: true, familyName: true } },
      department: {
        select: { id: true, name: true, specialty: { select: { iheCode: true, nameDe: true } } },
      },
    },
  },
} satisfies Prisma.BookingSelect;
export type AppointmentRow = Prisma.BookingGetPayload<{ select: typeof appointmentSelect }>;

/**
 * A booking. Conforms to ISiKTermin: service type, specialty, start and end, participants with a shown name.
 * A held time has no request and is no appointment: null.
 */
export function toAppointment(row: AppointmentRow, context: Context): Appointment | null {
  const { request, practitioner, state } = row;
  if (!request || state === 'held') return null;
  const status = state === 'no_show' ? 'noshow' : state;
  const answer = { required: 'required', status: status === 'cancelled' ? 'declined' : 'accepted' } as const;
  const { patient, department } = request;
  return {
    resourceType: 'Appointment',
    id: row.id,
    meta: { profile: [profile.appointment] },
    identifier: [{ system: `${context.sid}/booking`, value: row.id }],
    status,
    cancelationReason: status === 'cancelled' ? concept(cancelled(row.cancelReason)) : undefined,
    serviceType: [{ text: `Telekonsil ${department.specialty.nameDe}` }],
    specialty: [concept(specialtyCoding(department.specialty))],
    start: row.startAt.toISOString(),
    end: row.endAt.toISOString(),
    minutesDuration: Math.round((row.endAt.getTime() - row.startAt.getTime()) / 60_000),
    created: row.createdAt.toISOString(),
    basedOn: [reference('ServiceRequest', request.id)],
    participant: [
      { actor: reference('Patient', patient.id, `${patient.givenName} ${patient.familyName}`), ...answer },
      { actor: reference('Practitioner', practitioner.id, practitionerName(practitioner)), ...answer },
      { actor: reference('HealthcareService', department.id, department.name), ...answer },
    ],
  };
}

// The value set of ISiK knows four; who cancelled is told by the reason.
function cancelled(reason: string | null) {
  const code = reason === 'patient_unable' ? 'pat' : reason === 'practitioner_unable' ? 'prov' : 'other';
  return { system: system.cancelationReason, code };
}
