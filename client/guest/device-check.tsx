/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { chosenDevice } from '../call/device-choice.ts';
import { playTone } from '../call/play-tone.ts';
import { DeviceChoices } from './device-choices.tsx';
import { MicrophoneLevel } from './microphone-level.tsx';
import type { OwnDevicesBefore } from './own-devices-before.ts';
import { useStore } from './use-store.ts';
import { Video } from './video.tsx';
import { useWords } from './words.ts';

/** Tries camera, microphone and speaker; says what the browser will ask before it asks. */
export function DeviceCheck({ devices, withCamera }: { devices: OwnDevicesBefore; withCamera: boolean }) {
  const words = useWords();
  const microphone = useStore(devices.microphone.store);
  const camera = useStore(devices.camera.store);
  const [isOpen, setOpen] = useState(false);
  const isTried = microphone.wanted || camera.wanted;
  if (!isOpen) {
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {words.check.open}
      </button>
    );
  }
  return (
    <section class="check" aria-label={words.check.title}>
      <h2>{words.check.title}</h2>
      {!isTried && <p>{words.check.explain}</p>}
      {!isTried && (
        <button type="button" onClick={() => void devices.start()}>
          {words.check.start}
        </button>
      )}
      {isTried && withCamera && camera.track && (
        <Video track={camera.track} label={words.check.picture} mirrored />
      )}
      {microphone.track && <MicrophoneLevel track={microphone.track} />}
      <p role="status">
        {microphone.problem && <span class="alert">{words.problem.microphone[microphone.problem]}</span>}
        {withCamera && camera.problem && <span class="alert">{words.problem.camera[camera.problem]}</span>}
      </p>
      {isTried && (
        <>
          <DeviceChoices
            microphone={microphone}
            camera={withCamera ? camera : null}
            onChoose={(use, deviceId) => void devices[use].choose(deviceId)}
          />
          <button type="button" onClick={() => void playTone(chosenDevice('speaker'))}>
            {words.check.tone}
          </button>
          <p class="soft">{words.check.toneHint}</p>
        </>
      )}
    </section>
  );
}

/** How the others will see one, while waiting. */
export function OwnPreview({ devices }: { devices: OwnDevicesBefore }) {
  const words = useWords();
  const camera = useStore(devices.camera.store);
  if (!camera.track || !camera.wanted) return null;
  return <Video track={camera.track} label={words.check.picture} mirrored />;
}
