import { IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RemoteStream } from '../../call/call-state.ts';
import { Initials } from '../../ui/initials.tsx';
import classes from './person-tile.module.css';
import { personWords } from './person-words.ts';
import { Picture } from './picture.tsx';
import type { Present } from './use-people.ts';

/** Somebody else: picture or initials, name, role and where from, and whether the microphone is off. */
export function PersonTile({ present, streams }: { present: Present; streams: readonly RemoteStream[] }) {
  const { t } = useTranslation();
  const { person } = present;
  const name = person?.name ?? t('consultation.someone');
  const camera = streams.find(({ source }) => source === 'camera');
  const microphone = streams.find(({ source }) => source === 'microphone');
  const isMuted = !microphone || microphone.muted;
  return (
    <figure className={classes.tile}>
      {camera && !camera.muted ? (
        <Picture track={camera.track} label={t('consultation.pictureOf', { name })} />
      ) : (
        <div className={classes.none}>
          <Initials name={name} size={120} />
          <span>{t('consultation.cameraOff')}</span>
        </div>
      )}
      <figcaption className={classes.name}>
        <span>
          <strong>{name}</strong>
          {person && <span className={classes.from}>{personWords(t, person)}</span>}
        </span>
        {isMuted && (
          <span className={classes.muted}>
            <IconMicrophoneOff size={22} aria-hidden />
            {t('consultation.muted')}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
