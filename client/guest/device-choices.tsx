/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { OwnMedia } from '../call/call-state.ts';
import { fill, useWords } from './words.ts';

type Use = 'microphone' | 'camera';
const kinds = { microphone: 'audioinput', camera: 'videoinput' } as const;

/** Which microphone and which camera, where there is a choice. */
export function DeviceChoices(props: {
  microphone: OwnMedia;
  camera: OwnMedia | null;
  onChoose: (use: Use, deviceId: string) => void;
}) {
  const words = useWords();
  const { microphone, camera, onChoose } = props;
  const devices = useDevices(microphone.track, camera?.track ?? null);
  const uses = (['microphone', 'camera'] as const).filter((use) => use === 'microphone' || camera);
  const choices = uses.map((use) => ({
    use,
    media: use === 'microphone' ? microphone : camera,
    found: devices.filter(({ kind, deviceId }) => kind === kinds[use] && deviceId !== ''),
  }));
  if (choices.every(({ found }) => found.length === 0)) return <p>{words.room.noDevices}</p>;
  return (
    <>
      {choices
        .filter(({ found }) => found.length > 0)
        .map(({ use, media, found }) => (
          <label key={use} class="choice">
            {words.room[use]}
            <select
              value={media?.track?.getSettings().deviceId ?? ''}
              onChange={(event) => onChoose(use, event.currentTarget.value)}
            >
              {found.map(({ deviceId, label }, index) => (
                <option key={deviceId} value={deviceId}>
                  {label || fill(words.room.unnamed, { number: index + 1 })}
                </option>
              ))}
            </select>
          </label>
        ))}
    </>
  );
}

/** What is plugged in; names are known once the browser has allowed a device of the kind. */
function useDevices(microphone: MediaStreamTrack | null, camera: MediaStreamTrack | null): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a device that has just been allowed has a name now.
  useEffect(() => {
    const media: MediaDevices | undefined = navigator.mediaDevices;
    if (!media) return;
    let isOver = false;
    const read = async () => {
      const all = await media.enumerateDevices().catch(() => []);
      if (!isOver) setDevices(all);
    };
    void read();
    media.addEventListener('devicechange', read);
    return () => {
      isOver = true;
      media.removeEventListener('devicechange', read);
    };
  }, [microphone, camera]);
  return devices;
}
