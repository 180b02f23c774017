/** Events after which an account's sessions may be over; the subject is the account. */
export const endingSessions: readonly string[] = ['session.closed', 'account.changed'];
