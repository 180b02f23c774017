import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchSoundLevel } from '../../call/sound-level.ts';
import classes from './sound-level.module.css';

/** How loud the microphone hears, ten times a second: a bar, and for who does not see it a word when it hears. */
export function SoundLevel({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation();
  const [level, setLevel] = useState(0);
  useEffect(() => watchSoundLevel(track, setLevel), [track]);
  return (
    <label className={classes.level}>
      <span>{t('consultation.before.speak')}</span>
      <meter min={0} max={100} value={level} />
    </label>
  );
}
