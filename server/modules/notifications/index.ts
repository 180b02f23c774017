export { sendMail } from './mail/send-mail.ts';
export { mailHealth } from './mail-health.ts';
export { remind } from './remind.ts';
export { sweepNotifications } from './sweep.ts';
