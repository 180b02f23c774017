export { bookTime } from './book-time.ts';
export { cancelBooking, settleBooking } from './cancel-booking.ts';
export { findFreeTimes } from './find-free-times.ts';
export { schedulingLive } from './live.ts';
export { isPublicHoliday } from './public-holidays.ts';
export { sweepHolds } from './sweep-holds.ts';
