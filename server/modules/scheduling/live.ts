import { z } from 'zod';
import type { Live } from '../../kernel/socket.ts';
import { schedulingChanged } from './contract.ts';

/** What every event of this module carries, so that telling of it needs no read. */
const Where = z.object({ departmentId: z.string() });

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
];
