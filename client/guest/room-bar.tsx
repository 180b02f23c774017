/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { CallClient } from '../call/call-client.ts';
import type { CallState } from '../call/call-state.ts';
import { DeviceChoices } from './device-choices.tsx';
import { Icon, type IconName } from './icons.tsx';
import { useWords } from './words.ts';

/** Microphone, camera, devices, and going. */
export function RoomBar(props: { client: CallClient; state: CallState; onLeave: () => void }) {
  const words = useWords();
  const { client, state } = props;
  const { microphone, camera } = state;
  const dialog = useRef<HTMLDialogElement>(null);
  const speaks = microphone.wanted && microphone.track !== null;
  const shows = camera.wanted && camera.track !== null;
  return (
    <footer>
      <div role="status">
        {(['microphone', 'camera'] as const).map(
          (source) =>
            state[source].problem && (
              <p key={source} class="alert">
                {words.problem[source][state[source].problem]}{' '}
                <button type="button" onClick={() => void client.switch(source, true)}>
                  {words.room.retry}
                </button>
              </p>
            ),
        )}
      </div>
      <fieldset class="bar" aria-label={words.room.bar}>
        <BarButton
          icon={speaks ? 'microphone' : 'microphoneOff'}
          word={words.room.microphone}
          action={speaks ? words.room.mute : words.room.unmute}
          isOff={!speaks}
          onPress={() => void client.setMicrophone(!speaks)}
        />
        <BarButton
          icon={shows ? 'camera' : 'cameraOff'}
          word={words.room.camera}
          action={shows ? words.room.hide : words.room.show}
          isOff={!shows}
          onPress={() => void client.setCamera(!shows)}
        />
        <BarButton icon="devices" word={words.room.devices} onPress={() => dialog.current?.showModal()} />
        <BarButton icon="leave" word={words.room.leave} tone="danger" onPress={props.onLeave} />
      </fieldset>
      <dialog ref={dialog} aria-label={words.room.devices}>
        <h2>{words.room.devices}</h2>
        <DeviceChoices
          microphone={microphone}
          camera={camera}
          onChoose={(use, deviceId) => void client.chooseDevice(use, deviceId)}
        />
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {words.room.close}
        </button>
      </dialog>
    </footer>
  );
}

function BarButton(props: {
  icon: IconName;
  word: string;
  /** What a press does, where the word does not say it. */
  action?: string;
  isOff?: boolean;
  tone?: 'danger';
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="bar-button"
      data-tone={props.tone ?? (props.isOff ? 'attention' : undefined)}
      aria-label={props.action ?? props.word}
      onClick={props.onPress}
    >
      <Icon name={props.icon} size={28} />
      <span aria-hidden="true">{props.word}</span>
    </button>
  );
}
