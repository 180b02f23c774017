export { bookTime } from './booking/book-time.ts';
export { cancelBooking } from './booking/cancel-booking.ts';
export { settleBooking } from './booking/settle-booking.ts';
export { sweepHolds } from './booking/sweep-holds.ts';
export { findFreeTimes } from './finding/find-free-times.ts';
export { schedulingLive } from './live.ts';
export { isPublicHoliday } from './time/public-holidays.ts';
