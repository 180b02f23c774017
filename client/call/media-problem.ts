/**
 * Why a device gives nothing. `insecure`: the page was not opened by https, so the browser offers no devices.
 * `ended`: it worked and was unplugged or taken away.
 */
export type MediaProblem = 'denied' | 'missing' | 'busy' | 'insecure' | 'ended' | 'unusable';

/** From what `getUserMedia` throws (Media Capture and Streams §10.2). */
export function mediaProblem(error: unknown): MediaProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'unusable';
}
