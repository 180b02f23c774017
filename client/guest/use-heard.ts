import { useEffect, useState } from 'preact/hooks';

/** Power above which somebody or something is heard: −45 dB of full scale, a quiet voice. */
const audible = 10 ** -4.5;

/** Whether the microphone has heard anything since it was opened. */
export function useHeard(track: MediaStreamTrack | null): boolean {
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    setHeard(false);
    if (!track) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      if (power > audible) setHeard(true);
    }, 100);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return heard;
}
