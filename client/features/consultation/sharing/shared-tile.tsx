import { useTranslation } from 'react-i18next';
import type { RemoteStream } from '../../../call/call-state.ts';
import type { SharedSource } from '../../../call/talk-messages.ts';
import { SharedPicture } from './shared-picture.tsx';
import classes from './shared-tile.module.css';
import type { Pointing } from './use-pointing.ts';

export type Shared = RemoteStream & { source: SharedSource };

/** What somebody shows beside the own face: the picture, and whose it is. */
export function SharedTile(props: {
  shared: Shared;
  /** Who shows it. */
  name: string;
  isLarge: boolean;
  pointing: Pointing;
}) {
  const { t } = useTranslation();
  const { source, participantId, track } = props.shared;
  const label = t(`room.shared.${source}`, { name: props.name });
  return (
    <figure className={classes.tile}>
      <SharedPicture
        track={track}
        label={label}
        target={{ participantId, source }}
        pointing={props.pointing}
        canPoint
      />
      <figcaption className={classes.words}>
        <strong>{label}</strong>
        {props.isLarge && <span className={classes.hint}>{t('room.pointer.hint')}</span>}
      </figcaption>
    </figure>
  );
}
