import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sound-level.module.css';

/** How loud the microphone hears, ten times a second: a bar, and for who does not see it a word when it hears. */
export function SoundLevel({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation();
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
    <label className={classes.level}>
      <span>{t('consultation.before.speak')}</span>
      <meter min={0} max={100} value={level} />
    </label>
  );
}
