import type { Prisma } from '../../../kernel/generated/client.ts';
import { serviceRequestSelect, toServiceRequest } from '../mappers/service-request.ts';
import { codeOf, numberOf, onInstant, refersTo } from '../search/clauses.ts';
import { serve } from './serve.ts';

type Where = Prisma.ConsultRequestWhereInput;

const ofPatient = refersTo('Patient', (patientId): Where => ({ patientId }));

export const serviceRequests = serve({
  type: 'ServiceRequest',
  clinical: true,
  documentation: 'Consult requests with question, suspected diagnoses and the deadline of the answer.',
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
      documentation: 'active, completed or revoked',
      where: codeOf(
        {
          active: ['waiting', 'accepted', 'planned', 'in_consultation', 'consulted'],
          completed: ['answered'],
          revoked: ['cancelled', 'withdrawn', 'no_show'],
        },
        (statuses): Where => ({ status: { in: statuses } }),
      ),
    },
    priority: {
      type: 'token',
      documentation: 'routine, urgent, asap or stat',
      where: codeOf(
        { stat: ['immediate'], urgent: ['urgent'], asap: ['today'], routine: ['routine'] },
        (urgencies): Where => ({ urgency: { in: urgencies } }),
      ),
    },
    authored: {
      type: 'date',
      documentation: 'When it was sent',
      where: onInstant((createdAt): Where => ({ createdAt })),
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: (tx, AND, take) =>
    tx.consultRequest.findMany({
      where: { AND },
      select: serviceRequestSelect,
      orderBy: { id: 'asc' },
      take,
    }),
  resources: (row, context) => [toServiceRequest(row, context)],
  about: (row) => ({ patientId: row.patient.id, requestId: row.id }),
});
