/** Pools: "any cardiologist", as a department's coordinator keeps them. */
import { z } from 'zod';
import { endpoint, Id } from '../../kernel/wire.ts';
import { changed, dryRun, dryRunQuery } from './plan-change-contract.ts';

export const PoolFields = z.object({
  name: z.string('required').trim().min(2, 'required').max(80, 'too_long'),
  /** People of the department. */
  members: z.array(Id).min(1, 'required').max(200, 'too_many'),
});
export const Pool = z.object({ ...PoolFields.shape, id: Id });
export type Pool = z.infer<typeof Pool>;

const errors = ['pool_name_taken', 'practitioner_not_found'] as const;

export const createPool = endpoint({
  method: 'post',
  path: '/api/pools',
  summary: 'Make a pool of people of the own department',
  body: PoolFields,
  reply: Pool,
  idempotent: true,
  errors,
});

export const changePool = endpoint({
  method: 'put',
  path: '/api/pools/:id',
  summary:
    'Rename a pool or change who is in it; bookings that were assigned stay with their people, and are listed where ' +
    'those leave; `dryRun` only checks and tells whom it hits',
  params: z.object({ id: Id }),
  body: PoolFields.extend(dryRun),
  reply: z.object({ ...changed, pool: Pool.nullable() }),
  errors: ['pool_not_found', ...errors],
});

export const removePool = endpoint({
  method: 'delete',
  path: '/api/pools/:id',
  summary: 'Remove a pool with its weekly hours; bookings in them stay with their people and are listed',
  params: z.object({ id: Id }),
  query: dryRunQuery,
  reply: z.object(changed),
  errors: ['pool_not_found'],
});

export const poolLoad = endpoint({
  method: 'get',
  path: '/api/pools/:id/load',
  summary: 'How many bookings of the pool each of its people has, month by month (this one and the next two)',
  params: z.object({ id: Id }),
  reply: z.object({
    months: z.array(
      z.object({
        /** `YYYY-MM` */
        month: z.string(),
        people: z.array(z.object({ practitionerId: Id, bookings: z.int() })),
      }),
    ),
  }),
  errors: ['pool_not_found'],
});
