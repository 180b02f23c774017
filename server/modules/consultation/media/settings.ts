import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../../kernel/config.ts';

/** What the media process is started with. Nothing secret: it stands on the command line. */
export const MediaSettings = z.strictObject({
  /** Unix socket of the control interface. */
  socketPath: z.string().min(1),
  /** Absolute path of the mediasoup-worker binary. */
  workerBin: z.string().min(1),
  /** How many worker processes; one per core serves best. */
  workers: z.int().min(1).max(256),
  network: z.strictObject({
    /** Addresses to listen on; `0.0.0.0` and `::` stand for all of the machine's own. */
    listen: z.array(z.string()).min(1),
    /** Addresses or a host name under which browsers reach this machine, where they differ (NAT, container). */
    announced: z.array(z.string()),
    /** UDP and TCP port of the first worker, the next has the next; 0 takes any free ones. */
    port: z.int().min(0).max(65_000),
  }),
});
export type MediaSettings = z.infer<typeof MediaSettings>;
export type Network = MediaSettings['network'];

/** A Unix socket's path fits in 108 bytes with its end mark (unix(7)). */
const longestPath = 107;

/**
 * The media process's settings from the server's configuration; null without a worker binary.
 * @throws Error when the socket's path is too long for the system
 */
export function mediaSettings(
  config: Pick<Config, 'media' | 'dataDir'>,
  workers = availableParallelism(),
): MediaSettings | null {
  const { media, dataDir } = config;
  if (!media.workerBin) return null;
  return {
    socketPath: fittingPath(media.socket ?? join(dataDir, 'media.sock')),
    workerBin: media.workerBin,
    workers,
    network: {
      listen: list(media.listenAddress),
      announced: list(media.announcedAddress ?? ''),
      port: media.port,
    },
  };
}

/** Tells two settings apart. */
export function fingerprint(settings: MediaSettings): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}

/** The absolute path where it fits, else the relative one: deep folders are common, long relative paths are not. */
function fittingPath(path: string): string {
  const fitting = [resolve(path), relative(process.cwd(), path)].find(
    (candidate) => Buffer.byteLength(candidate) <= longestPath,
  );
  if (!fitting)
    throw new Error(`The path ${path} is too long for a socket. Set MEDIA_SOCKET to a shorter one.`);
  return fitting;
}

function list(text: string): string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}
