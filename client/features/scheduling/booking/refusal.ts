/** What a refused change means for the form that asked. Pure. */
import { z } from 'zod';
import { FreeTime } from '../../../../server/modules/scheduling/contract.ts';
import { CallError } from '../../../lib/call-error.ts';

export type Refusal = {
  error: unknown;
  /** Somebody else has changed the booking in between. */
  stale: boolean;
  /** With a reason it can be pushed in. */
  overbookable: boolean;
  /** Free times that are offered instead. */
  nearest: readonly FreeTime[];
};

const Data = z.object({
  overbookable: z.boolean().optional(),
  nearest: z.array(FreeTime).optional(),
});

export function refusalOf(error: unknown): Refusal {
  const data = error instanceof CallError ? Data.safeParse(error.data).data : undefined;
  return {
    error,
    stale: error instanceof CallError && error.code === 'booking_changed',
    overbookable: data?.overbookable ?? false,
    nearest: data?.nearest ?? [],
  };
}
