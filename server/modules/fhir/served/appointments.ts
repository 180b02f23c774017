import type { Prisma } from '../../../kernel/generated/client.ts';
import { appointmentSelect, toAppointment } from '../mappers/appointment.ts';
import { codeOf, onInstant, refersTo } from '../search/clauses.ts';
import { codeIn, tokenParam } from '../search/token-param.ts';
import { profile, system } from '../systems.ts';
import { serve } from './serve.ts';

type Where = Prisma.BookingWhereInput;

const ofPatient = refersTo('Patient', (patientId): Where => ({ request: { patientId } }));
const ofPractitioner = refersTo('Practitioner', (practitionerId): Where => ({ practitionerId }));

export const appointments = serve({
  type: 'Appointment',
  clinical: true,
  profile: profile.appointment,
  documentation: 'Booked times of teleconsultations. Booking by $book is not offered yet.',
  params: {
    patient: { type: 'reference', documentation: 'The patient', where: ofPatient },
    practitioner: { type: 'reference', documentation: 'The consulted physician', where: ofPractitioner },
    actor: {
      type: 'reference',
      documentation: 'Patient, Practitioner or HealthcareService',
      where: (value, context) =>
        ofPatient(value, context) ??
        ofPractitioner(value, context) ??
        refersTo('HealthcareService', (departmentId): Where => ({ departmentId }))(value, context),
    },
    status: {
      type: 'token',
      documentation: 'booked, fulfilled, cancelled or noshow',
      where: codeOf(
        { booked: ['booked'], fulfilled: ['fulfilled'], cancelled: ['cancelled'], noshow: ['no_show'] },
        (states): Where => ({ state: { in: states } }),
      ),
    },
    date: {
      type: 'date',
      documentation: 'When it starts',
      where: onInstant((startAt): Where => ({ startAt })),
    },
    specialty: {
      type: 'token',
      documentation: 'Specialty by http://ihe-d.de/CodeSystems/AerztlicheFachrichtungen',
      where: (value) => {
        const iheCode = codeIn(tokenParam(value), system.specialty);
        return iheCode === null ? null : { request: { department: { specialty: { iheCode } } } };
      },
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  // A booking of the own department whose request is another's cannot be told of: it has no patient to name.
  rows: (tx, AND, take) =>
    tx.booking.findMany({
      where: { AND, request: { isNot: null }, state: { not: 'held' } },
      select: appointmentSelect,
      orderBy: { id: 'asc' },
      take,
    }),
  resources: (row, context) => [toAppointment(row, context)].filter((one) => one !== null),
  about: (row) => (row.request ? { patientId: row.request.patient.id, requestId: row.request.id } : {}),
});
