/** A web server of rooms in a process of its own, for killing: `web-process.ts SETTINGS PORT`. */
import { createLog } from '../../../server/kernel/log.ts';
import { createMedia } from '../../../server/modules/consultation/media/client.ts';
import { MediaSettings } from '../../../server/modules/consultation/media/settings.ts';
import { startWeb } from '../../media/support/harness.ts';
import { buildPage } from '../../media/support/page.ts';

const [settings = '{}', port = '0'] = process.argv.slice(2);
const media = createMedia({ settings: MediaSettings.parse(JSON.parse(settings)), log: createLog('silent') });
const web = await startWeb(media, await buildPage(), Number(port));
process.send?.(web.port);
