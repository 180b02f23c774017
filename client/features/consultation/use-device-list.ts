import { useEffect, useState } from 'react';
import type { CallState } from '../../call/call-state.ts';
import type { DeviceUse } from '../../call/device-choice.ts';

type Devices = Record<DeviceUse, MediaDeviceInfo[]>;

const none: Devices = { microphone: [], camera: [], detail: [], speaker: [] };
const kinds = {
  microphone: 'audioinput',
  camera: 'videoinput',
  detail: 'videoinput',
  speaker: 'audiooutput',
} as const;

/** What is plugged in now. Names are known once the browser has allowed a device of the kind. */
export function useDeviceList({ microphone, camera }: Pick<CallState, 'microphone' | 'camera'>): Devices {
  const [devices, setDevices] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a device that has just been allowed has a name now.
  useEffect(() => {
    const media: MediaDevices | undefined = navigator.mediaDevices;
    if (!media) return;
    let over = false;
    const read = async () => {
      const all = await media.enumerateDevices().catch(() => []);
      const of = (use: DeviceUse) =>
        all.filter(({ kind, deviceId }) => kind === kinds[use] && deviceId !== '');
      const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;
      if (over) return;
      setDevices({
        microphone: of('microphone'),
        camera: of('camera'),
        detail: of('detail'),
        speaker: canChooseSpeaker ? of('speaker') : [],
      });
    };
    void read();
    media.addEventListener('devicechange', read);
    return () => {
      over = true;
      media.removeEventListener('devicechange', read);
    };
  }, [microphone.track, camera.track]);
  return devices;
}
