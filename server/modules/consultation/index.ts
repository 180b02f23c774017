export { guestOfLine, guestSockets, isGuestLine } from './guests/guest-sockets.ts';
export { createMedia, type Media } from './media/client.ts';
export { mediaSettings } from './media/settings.ts';
export { watchMedia } from './presence.ts';
export { forgetQuality } from './quality/forget-quality.ts';
export { consultationLines } from './quality/line-of-consultation.ts';
export { sweepConsultations } from './sweep.ts';
export { unseating, unseatStrangers } from './unseat.ts';
