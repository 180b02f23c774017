import { z } from 'zod';
import type { Live } from '../../kernel/socket.ts';
import { schedulingChanged } from './contract.ts';
import { waitingChanged } from './waiting-contract.ts';

/** What every event of this module carries, so that telling of it needs no read. */
const Where = z.object({ departmentId: z.string() });

/** An entry without a department waits for any of its specialty: all of them see it. */
const Entry = z.object({
  organisationId: z.string(),
  departmentId: z.string().nullable(),
  specialtyCode: z.string(),
});

/** Practices look at free times of all departments, so all of them hear that some have changed. */
const lookers = ['role:physician', 'role:assistant'];

export const schedulingLive: Live[] = [
  {
    types: [
      'booking.made',
      'booking.moved',
      'booking.handed_over',
      'booking.cancelled',
      'booking.missed',
      'booking.attendance_corrected',
      'hold.made',
      'hold.extended',
      'hold.released',
      'hold.expired',
      'roster.changed',
      'absence.changed',
      'pool.changed',
    ],
    async push(_deps, { payload }) {
      const where = Where.safeParse(payload);
      if (!where.success) return [];
      const { departmentId } = where.data;
      return [
        { to: [`department:${departmentId}`, ...lookers], fact: schedulingChanged, data: { departmentId } },
      ];
    },
  },
  {
    types: [
      'waiting.entered',
      'waiting.changed',
      'waiting.offered',
      'waiting.accepted',
      'waiting.declined',
      'waiting.expired',
      'waiting.revoked',
      'waiting.withdrawn',
      'waiting.placed',
    ],
    async push(deps, { requestId, payload }) {
      const of = Entry.safeParse(payload);
      if (!of.success || !requestId) return [];
      const { organisationId, departmentId, specialtyCode } = of.data;
      const departments = departmentId
        ? [{ id: departmentId }]
        : await deps.db.system((tx) =>
            tx.department.findMany({ where: { specialtyCode, active: true }, select: { id: true } }),
          );
      const to = [`organisation:${organisationId}`, ...departments.map(({ id }) => `department:${id}`)];
      return [{ to, fact: waitingChanged, data: { requestId } }];
    },
  },
];
