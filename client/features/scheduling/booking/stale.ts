import { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';

/** Reads that any change of a booking makes stale. */
export const stale = [getPlan, viewBooking, findFreeTimes] as const;
