/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './words.ts';

/** How loud the microphone hears, ten times a second. */
export function MicrophoneLevel({ track }: { track: MediaStreamTrack }) {
  const words = useWords();
  const [level, setLevel] = useState(0);
  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // From −60 dB, a quiet room, to 0.
      setLevel(Math.round(Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-9) + 60) / 60)) * 100));
    }, 100);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return (
    <p>
      {words.check.speak}
      <meter class="level" aria-label={words.check.level} min={0} max={100} value={level} />
    </p>
  );
}
