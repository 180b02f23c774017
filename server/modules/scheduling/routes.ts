import { mount, type Routes } from '../../kernel/http.ts';
import { bookTime } from './book-time.ts';
import { cancelBooking } from './cancel-booking.ts';
import * as contract from './contract.ts';
import { findFreeTimes } from './find-free-times.ts';
import { extendHold, holdTime, releaseHold } from './hold-time.ts';
import { changeAbsence, createAbsence, removeAbsence } from './keep-absences.ts';
import { removeOverride, setOverride } from './keep-overrides.ts';
import { changeRoster, createRoster, removeRoster } from './keep-rosters.ts';
import { listBookings } from './list-bookings.ts';
import { nextFreeTimes } from './next-free-times.ts';
import * as plan from './roster-contract.ts';
import { missBooking } from './settle-booking.ts';
import { viewPlan } from './view-plan.ts';

export function schedulingRoutes(routes: Routes): void {
  mount(routes, contract.nextFreeTimes, nextFreeTimes);
  mount(routes, contract.findFreeTimes, findFreeTimes);
  mount(routes, contract.holdTime, holdTime);
  mount(routes, contract.extendHold, extendHold);
  mount(routes, contract.releaseHold, releaseHold);
  mount(routes, contract.bookTime, bookTime);
  mount(routes, contract.listBookings, listBookings);
  mount(routes, contract.cancelBooking, cancelBooking);
  mount(routes, contract.missBooking, missBooking);
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
