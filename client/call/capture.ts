import type { Source } from '../../server/modules/consultation/media-contract.ts';
import { mediaProblem } from './media-problem.ts';

const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
/** Wishes, not demands: a weak camera gives what it has. */
const detail = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 10, max: 15 } };
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
  const { mediaDevices } = navigator;
  const stream =
    source === 'screen'
      ? await mediaDevices.getDisplayMedia({ video: { frameRate: { max: 10 } } })
      : await mediaDevices.getUserMedia(constraintsOf(source, constraints));
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  track.contentHint = hints[source];
  return track;
}

const hints = { microphone: 'speech', camera: 'motion', detail: 'detail', screen: 'text' } as const;

function constraintsOf(
  source: Exclude<Source, 'screen'>,
  wanted: MediaTrackConstraints,
): MediaStreamConstraints {
  if (source === 'microphone') return { audio: { ...audio, ...wanted } };
  return { video: { ...(source === 'camera' ? video : detail), ...wanted } };
}

/** Whether the browser offers devices at all: it does so on https pages and on localhost only. */
export const canCapture = (): boolean => navigator.mediaDevices !== undefined;
