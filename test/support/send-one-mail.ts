/** Sends one e-mail in a process of its own, which a test can kill: `send-one-mail.ts DATABASE_URL MAIL_ID`. */
import { openDeps } from '../../server/deps.ts';
import { readConfig } from '../../server/kernel/config.ts';
import { createLog } from '../../server/kernel/log.ts';
import { sendMail } from '../../server/modules/notifications/index.ts';

const [, , databaseUrl = '', mailId = ''] = process.argv;
const now = new Date(process.env.TEST_NOW ?? '');
const deps = await openDeps(readConfig(process.env), createLog('silent'), databaseUrl, { now: () => now });
await sendMail(deps, { mailId });
await deps.close();
