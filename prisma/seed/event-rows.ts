import type { Prisma } from '../../server/kernel/generated/client.ts';
import { type Case, times } from './history.ts';
import { idOf } from './ids.ts';
import type { SeededAccount } from './people.ts';

type Row = Prisma.EventLogCreateManyInput;

/** What the event log would hold had each consultation been made on the screens. */
export function eventsOf(one: Case): Row[] {
  const { asked, met, parted, answered } = times(one);
  const said = (at: Date, type: string, by: SeededAccount, kind: string, id: string): Row => ({
    at,
    type,
    actorAccountId: by.id,
    actorRole: by.role,
    actorOrganisationId: by.organisationId,
    subjectKind: kind,
    subjectId: id,
    patientId: one.patient.id,
    requestId: one.id,
  });
  const told = (at: Date, type: string, by: SeededAccount, more: object): Row => ({
    ...said(at, type, by, 'booking', idOf(`booking ${one.id}`)),
    payload: {
      departmentId: one.departmentId,
      practitionerId: one.specialist.practitionerId,
      organisationId: one.requester.organisationId,
      sequence: 0,
      startAt: one.at.toISOString(),
      ...more,
    },
  });
  const { requester, specialist } = one;
  const consultation = idOf(`consultation ${one.id}`);
  const opening =
    one.kind === 'urgent'
      ? [
          said(asked, 'urgent.raised', requester, 'urgent_request', idOf(`urgent ${one.id}`)),
          {
            ...said(
              new Date(asked.getTime() + (1 + (one.waited % 4)) * 1000),
              'urgent.rung',
              requester,
              'request',
              one.id,
            ),
            actorAccountId: null,
            actorRole: null,
            actorOrganisationId: null,
            payload: {
              departmentId: one.departmentId,
              organisationId: one.requester.organisationId,
              why: 'raised',
              step: 'primary',
              rung: [specialist.id],
              stopped: [],
            },
          },
          said(
            new Date(asked.getTime() + one.waited * 60_000),
            'urgent.claimed',
            specialist,
            'urgent_request',
            idOf(`urgent ${one.id}`),
          ),
        ]
      : [told(asked, 'booking.made', requester, { poolId: null, overbooked: false })];
  const cancelled =
    one.outcome === 'cancelled'
      ? [
          told(new Date(one.at.getTime() - 36_000_000), 'booking.cancelled', requester, {
            reason: 'patient_unable',
            side: 'requester',
          }),
        ]
      : [];
  const room =
    met && parted
      ? [
          said(met, 'consultation.opened', requester, 'consultation', consultation),
          said(met, 'participant.joined', requester, 'consultation', consultation),
          said(met, 'participant.joined', specialist, 'consultation', consultation),
          said(met, 'consultation.started', specialist, 'consultation', consultation),
          said(parted, 'participant.left', requester, 'consultation', consultation),
          said(parted, 'participant.left', specialist, 'consultation', consultation),
          said(parted, 'consultation.closed', specialist, 'consultation', consultation),
        ]
      : [];
  const report = answered
    ? [said(answered, 'report.finalised', specialist, 'report', idOf(`report ${one.id}`))]
    : [];
  return [
    said(asked, 'request.created', requester, 'request', one.id),
    ...opening,
    ...cancelled,
    ...room,
    ...report,
  ];
}
