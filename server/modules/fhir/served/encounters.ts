import type { Prisma } from '../../../kernel/generated/client.ts';
import { encounterSelect, toEncounter } from '../mappers/encounter.ts';
import { codeOf, numberOf, onDate, refersTo } from '../search/clauses.ts';
import type { DateParam } from '../search/date-param.ts';
import { tokenParam } from '../search/token-param.ts';
import { profile } from '../systems.ts';
import { serve } from './serve.ts';

type Where = Prisma.ConsultRequestWhereInput;

const ofPatient = refersTo('Patient', (patientId): Where => ({ patientId }));

export const encounters = serve({
  type: 'Encounter',
  clinical: true,
  profile: profile.encounter,
  documentation:
    'Teleconsultations: planned, running, held or cancelled. Carries the id of its ServiceRequest.',
  params: {
    identifier: {
      type: 'token',
      documentation: 'The number of the consult request, K-000123',
      where: numberOf('K', (number): Where => ({ number })),
    },
    patient: { type: 'reference', documentation: 'The patient', where: ofPatient },
    subject: { type: 'reference', documentation: 'The patient', where: ofPatient },
    status: {
      type: 'token',
      documentation: 'planned, in-progress, finished or cancelled',
      where: codeOf(
        {
          planned: ['waiting', 'accepted', 'planned'],
          'in-progress': ['in_consultation'],
          finished: ['consulted', 'answered'],
          cancelled: ['cancelled', 'withdrawn', 'no_show'],
        },
        (statuses): Where => ({ status: { in: statuses } }),
      ),
    },
    class: {
      type: 'token',
      documentation: 'VR: all are virtual',
      where: (value) => (tokenParam(value).code === 'VR' ? {} : null),
    },
    date: {
      type: 'date',
      documentation: 'When the room was open; by region’s days',
      where: onDate((param): Where => ({ consultation: openDuring(param) })),
    },
    'based-on': {
      type: 'reference',
      documentation: 'The consult request',
      where: refersTo('ServiceRequest', (id): Where => ({ id })),
    },
    appointment: {
      type: 'reference',
      documentation: 'The appointment at which it is held',
      where: refersTo('Appointment', (id): Where => ({ bookings: { some: { id } } })),
    },
    practitioner: {
      type: 'reference',
      documentation: 'The consulted or the requesting physician',
      where: refersTo(
        'Practitioner',
        (id): Where => ({
          OR: [{ providerPractitionerId: id }, { requesterPractitionerId: id }],
        }),
      ),
    },
    'service-provider': {
      type: 'reference',
      documentation: 'The consulted department',
      where: refersTo('Organization', (id): Where => ({ providerDepartmentId: id })),
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: (tx, AND, take) =>
    tx.consultRequest.findMany({
      where: { AND, kind: { not: 'written' } },
      select: { ...encounterSelect, patientId: true },
      orderBy: { id: 'asc' },
      take,
    }),
  resources: (row, context) => [toEncounter(row, context)],
  about: (row) => ({ patientId: row.patientId, requestId: row.id }),
});

// A period without end is still open (R4, 3.1.1.4.7).
function openDuring({ prefix, start, end }: DateParam): Prisma.ConsultationWhereInput {
  const began = { lt: end };
  const since = (from: Date) => ({ OR: [{ closedAt: null }, { closedAt: { gte: from } }] });
  const within = { openedAt: { gte: start }, closedAt: { lt: end } };
  return {
    eq: within,
    ne: { NOT: within },
    lt: { openedAt: { lt: start } },
    le: { openedAt: began },
    gt: since(end),
    ge: since(start),
  }[prefix];
}
