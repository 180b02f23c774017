import { mount, type Routes } from '../../kernel/http.ts';
import { bookTime } from './book-time.ts';
import { cancelBooking } from './cancel-booking.ts';
import * as contract from './contract.ts';
import { findFreeTimes } from './find-free-times.ts';
import { extendHold, holdTime, releaseHold } from './hold-time.ts';
import { listBookings } from './list-bookings.ts';
import { nextFreeTimes } from './next-free-times.ts';

export function schedulingRoutes(routes: Routes): void {
  mount(routes, contract.nextFreeTimes, nextFreeTimes);
  mount(routes, contract.findFreeTimes, findFreeTimes);
  mount(routes, contract.holdTime, holdTime);
  mount(routes, contract.extendHold, extendHold);
  mount(routes, contract.releaseHold, releaseHold);
  mount(routes, contract.bookTime, bookTime);
  mount(routes, contract.listBookings, listBookings);
  mount(routes, contract.cancelBooking, cancelBooking);
}
