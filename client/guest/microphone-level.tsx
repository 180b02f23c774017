/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { watchSoundLevel } from '../call/sound-level.ts';
import { useWords } from './words.ts';

/** How loud the microphone hears, ten times a second. */
export function MicrophoneLevel({ track }: { track: MediaStreamTrack }) {
  const words = useWords();
  const [level, setLevel] = useState(0);
  useEffect(() => watchSoundLevel(track, setLevel), [track]);
  return (
    <p>
      {words.check.speak}
      <meter class="level" aria-label={words.check.level} min={0} max={100} value={level} />
    </p>
  );
}
