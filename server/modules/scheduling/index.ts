export { bookTime } from './book-time.ts';
export { cancelBooking } from './cancel-booking.ts';
export { findFreeTimes } from './find-free-times.ts';
export { schedulingLive } from './live.ts';
export { isPublicHoliday } from './public-holidays.ts';
export { settleBooking } from './settle-booking.ts';
export { sweepHolds } from './sweep-holds.ts';
