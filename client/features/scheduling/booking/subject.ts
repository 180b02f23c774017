import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';

/** A booking with what the forms must know of it, wherever it was opened: in the plan or on its own page. */
export type Subject = {
  booking: CalendarBooking;
  practitionerName: string;
  departmentId: string;
  /** On whose side the signed-in person is. */
  side: 'requester' | 'provider';
  /** May push in: takes times that are taken or outside of the roster, with a reason. */
  mayOverbook: boolean;
  /** Can it be put back where it was? Not what lies where nobody sits any more. */
  mayUndo: boolean;
};
