import { mount, type Routes } from '../../kernel/http.ts';
import { bookTime } from './booking/book-time.ts';
import { cancelBooking } from './booking/cancel-booking.ts';
import { extendHold, holdTime, releaseHold } from './booking/hold-time.ts';
import { listBookings } from './booking/list-bookings.ts';
import { missBooking } from './booking/settle-booking.ts';
import * as booking from './booking-contract.ts';
import * as contract from './contract.ts';
import { findFreeTimes } from './finding/find-free-times.ts';
import { nextFreeTimes } from './finding/next-free-times.ts';
import { changeAbsence, createAbsence, removeAbsence } from './plan/keep-absences.ts';
import { removeOverride, setOverride } from './plan/keep-overrides.ts';
import { changeRoster, createRoster, removeRoster } from './plan/keep-rosters.ts';
import { viewPlan } from './plan/view-plan.ts';
import * as plan from './roster-contract.ts';

export function schedulingRoutes(routes: Routes): void {
  mount(routes, contract.nextFreeTimes, nextFreeTimes);
  mount(routes, contract.findFreeTimes, findFreeTimes);
  mount(routes, contract.holdTime, holdTime);
  mount(routes, contract.extendHold, extendHold);
  mount(routes, contract.releaseHold, releaseHold);
  mount(routes, contract.bookTime, bookTime);
  mount(routes, booking.listBookings, listBookings);
  mount(routes, booking.cancelBooking, cancelBooking);
  mount(routes, booking.missBooking, missBooking);
  mount(routes, plan.getPlan, viewPlan);
  mount(routes, plan.createRoster, createRoster);
  mount(routes, plan.changeRoster, changeRoster);
  mount(routes, plan.removeRoster, removeRoster);
  mount(routes, plan.setOverride, setOverride);
  mount(routes, plan.removeOverride, removeOverride);
  mount(routes, plan.createAbsence, createAbsence);
  mount(routes, plan.changeAbsence, changeAbsence);
  mount(routes, plan.removeAbsence, removeAbsence);
}
