/**
 * The media process: workers and rooms, and nothing that must last. Started and watched by main, it outlives the
 * web server, so that a restart of that one leaves running consultations alone.
 */
import { runMediaProcess } from './modules/consultation/media/media-process.ts';
import { MediaSettings } from './modules/consultation/media/settings.ts';

// Nobody may be left to read what this process prints; that must not end it.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

try {
  const settings = MediaSettings.parse(JSON.parse(process.argv[2] ?? '{}'));
  const running = await runMediaProcess(settings);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, running.close);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
