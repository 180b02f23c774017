import { useEffect, useState } from 'preact/hooks';
import { watchSoundLevel } from '../call/sound-level.ts';

/** Level above which somebody or something is heard: −45 dB of full scale, a quiet voice. */
const audible = 25;

/** Whether the microphone has heard anything since it was opened. */
export function useHeard(track: MediaStreamTrack | null): boolean {
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    setHeard(false);
    if (track) return watchSoundLevel(track, (level) => level > audible && setHeard(true));
  }, [track]);
  return heard;
}
