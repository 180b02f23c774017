import type { Given } from '../../../../server/kernel/wire.ts';
import type { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';

/** Who may be booked: everybody of the specialty, or one department, pool or person of it. */
export type Whom = {
  specialtyCode: string;
  departmentId: string | null;
  poolId: string | null;
  practitionerId: string | null;
};

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];
/** Minutes that a consultation may be asked to last at least. */
export const lengths = [20, 30, 45, 60] as const;
export const findViews = ['week', 'list'] as const;

/** How somebody looks for a time. Empty strings and null: whatever there is. */
export type Find = {
  part: PartOfDay | null;
  minutes: number | null;
  /** County of the department, five digits. */
  county: string | null;
  view: (typeof findViews)[number];
};
export const anyTime: Find = { part: null, minutes: null, county: null, view: 'week' };

/** Days that the list by date looks ahead: the most that one question may span. */
export const listDays = 62;

/** The narrowest that was chosen names whose times are asked for. */
export const whoseOf = (whom: Whom): Given<typeof findFreeTimes> =>
  whom.practitionerId
    ? { practitionerId: whom.practitionerId }
    : whom.poolId
      ? { poolId: whom.poolId }
      : whom.departmentId
        ? { departmentId: whom.departmentId }
        : { specialtyCode: whom.specialtyCode };

/** A county narrows only where there is a choice of departments. */
export const mayChooseCounty = (whom: Whom): boolean =>
  !whom.practitionerId && !whom.poolId && !whom.departmentId;

export function questionOf(whom: Whom, find: Find): Given<typeof findFreeTimes> {
  return {
    ...whoseOf(whom),
    ...(find.part ? { partOfDay: find.part } : {}),
    ...(find.minutes ? { minutes: find.minutes } : {}),
    ...(find.county && mayChooseCounty(whom) ? { countyAgs: find.county } : {}),
  };
}

/** Whether something was asked for that may be let go of when nothing is free. */
export const isNarrowed = (whom: Whom, find: Find): boolean =>
  find.part !== null || find.minutes !== null || (find.county !== null && mayChooseCounty(whom));
