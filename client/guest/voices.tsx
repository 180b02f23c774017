/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RemoteStream } from '../call/call-state.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words.ts';

/** Everyone else's voice. A browser that holds sound back until the page is pressed gets a button for it. */
export function Voices({ remotes }: { remotes: readonly RemoteStream[] }) {
  const words = useWords();
  const [held, setHeld] = useState<HTMLAudioElement[]>([]);
  const play = (element: HTMLAudioElement) =>
    element.play().then(
      () => setHeld((before) => before.filter((one) => one !== element)),
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError')
          setHeld((before) => [...before.filter((one) => one !== element), element]);
      },
    );
  return (
    <>
      {remotes
        .filter(({ source }) => source === 'microphone')
        .map(({ producerId, track }) => (
          <Voice key={producerId} track={track} play={(element) => void play(element)} />
        ))}
      {held.length > 0 && (
        <button
          type="button"
          class="primary hear"
          onClick={() => held.forEach((element) => void play(element))}
        >
          <Icon name="sound" />
          {words.room.hear}
        </button>
      )}
    </>
  );
}

function Voice({ track, play }: { track: MediaStreamTrack; play: (element: HTMLAudioElement) => void }) {
  const audio = useRef<HTMLAudioElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: played once per track.
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    play(element);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no captions to offer.
  return <audio ref={audio} data-voice />;
}
