import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerProblem } from './media-worker-check.ts';
import { root } from './paths.ts';

const LIMIT_MS = 60_000;
const packageFolder = join(root, 'node_modules/mediasoup');

/** Has mediasoup's own install script fetch its prebuilt worker to `target`; false where the network does not have it. */
export const downloadWorker = async (target: string): Promise<boolean> => {
  const fetched = join(packageFolder, 'worker/out/Release/mediasoup-worker');
  if (!existsSync(fetched)) await runInstallScript();
  if (!existsSync(fetched) || (await workerProblem(fetched))) return false;
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${process.pid}`;
  copyFileSync(fetched, fresh);
  renameSync(fresh, target);
  return true;
};

/** Where the download fails, the script would go on to a build that downloads its own tools by pip: it is ended then. */
const runInstallScript = (): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
      cwd: packageFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, PYTHON: 'false', MEDIASOUP_WORKER_BIN: undefined },
    });
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(end, LIMIT_MS);
    const watch = (chunk: Buffer) => {
      if (!/building it locally/.test(String(chunk))) return;
      end();
    };
    child.stdout.on('data', watch);
    child.stderr.on('data', watch);
    child.on('error', () => resolve());
    child.on('close', () => {
      clearTimeout(timer);
      // A build that was ended in its first moment leaves folders that a later download would trip over.
      rmSync(join(packageFolder, 'worker/pip_invoke'), { recursive: true, force: true });
      resolve();
    });
  });
