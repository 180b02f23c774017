import type { Source } from '../../../../server/modules/consultation/media-contract.ts';
import { mediaProblem } from './media-problem.ts';

const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
/** Wishes, not demands: a weak camera gives what it has. */
const video = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };

/**
 * Opens a device. A chosen one that is gone (another room, unplugged) is no reason to have none.
 * @throws DOMException as `getUserMedia` does; without https there are no devices at all
 */
export async function capture(source: Source, deviceId: string | null): Promise<MediaStreamTrack> {
  if (!deviceId) return open(source, {});
  try {
    return await open(source, { deviceId: { exact: deviceId } });
  } catch (error) {
    if (mediaProblem(error) !== 'missing') throw error;
    return open(source, {});
  }
}

async function open(source: Source, constraints: MediaTrackConstraints): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(
    source === 'microphone'
      ? { audio: { ...audio, ...constraints } }
      : { video: { ...video, ...constraints } },
  );
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  track.contentHint = source === 'microphone' ? 'speech' : 'motion';
  return track;
}

/** Whether the browser offers devices at all: it does so on https pages and on localhost only. */
export const canCapture = (): boolean => navigator.mediaDevices !== undefined;
