/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks';
import { chosenDevice } from '../call/device-choice.ts';
import { playTone } from '../call/play-tone.ts';
import { DeviceChoices } from './device-choices.tsx';
import type { DevicesResult } from './line-verdict.ts';
import { MicrophoneLevel } from './microphone-level.tsx';
import type { OwnDevicesBefore } from './own-devices-before.ts';
import { useTestWords } from './test-words.ts';
import { useHeard } from './use-heard.ts';
import { useStore } from './use-store.ts';
import { Video } from './video.tsx';
import { useWords } from './words.ts';

/** Own picture, microphone with its level, and a tone over the speaker; each device may be missing. */
export function TestDevices(props: { devices: OwnDevicesBefore; onResult: (result: DevicesResult) => void }) {
  const { devices, onResult } = props;
  const { devices: words } = useTestWords();
  const { check, problem } = useWords();
  const microphone = useStore(devices.microphone.store);
  const camera = useStore(devices.camera.store);
  const heard = useHeard(microphone.track);
  const isTried = microphone.wanted || camera.wanted;
  const isOver = isTried && !microphone.starting && !camera.starting;
  const hearing = microphone.track ? (heard ? 'works' : 'silent') : 'none';
  const seeing = camera.track ? 'works' : 'none';
  useEffect(() => {
    if (isOver) onResult({ microphone: hearing, camera: seeing });
  }, [isOver, hearing, seeing, onResult]);
  if (!isTried)
    return (
      <>
        <p>{words.explain}</p>
        <button type="button" class="primary" onClick={() => void devices.start()}>
          {words.start}
        </button>
      </>
    );
  return (
    <>
      {camera.track && <Video track={camera.track} label={check.picture} mirrored />}
      {microphone.track && <MicrophoneLevel track={microphone.track} />}
      <p role="status">
        {microphone.track && <span>{heard ? words.heard : words.unheard}</span>}
        {microphone.problem && <span class="alert">{problem.microphone[microphone.problem]}</span>}
        {camera.problem && <span class="alert">{problem.camera[camera.problem]}</span>}
        {isOver && !microphone.track && !camera.track && <span>{words.none}</span>}
      </p>
      <DeviceChoices
        microphone={microphone}
        camera={camera}
        onChoose={(use, deviceId) => void devices[use].choose(deviceId)}
      />
      <button type="button" onClick={() => void playTone(chosenDevice('speaker'))}>
        {check.tone}
      </button>
      <p class="soft">{check.toneHint}</p>
    </>
  );
}
