import type { FreeTime } from '../../../server/modules/scheduling/contract.ts';

/** A free time with the names of whose it is. */
export type Offer = FreeTime & { practitionerName: string; departmentName: string };
