import { Button } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RemoteStream } from '../../../call/call-state.ts';
import type { SharedSource } from '../../../call/talk-messages.ts';
import { SharedPicture } from './shared-picture.tsx';
import classes from './shared-tile.module.css';
import type { Pointing } from './use-pointing.ts';

export type Shared = RemoteStream & { source: SharedSource };

/** What somebody shows beside the own face: the picture, whose it is, and the way to make it large. */
export function SharedTile(props: {
  shared: Shared;
  /** Who shows it. */
  name: string;
  isLarge: boolean;
  onEnlarge: () => void;
  pointing: Pointing;
}) {
  const { t } = useTranslation();
  const { shared, name, isLarge } = props;
  const { source, participantId, track } = shared;
  const label = t(`room.shared.${source}`, { name });
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
        {isLarge ? (
          <span className={classes.hint}>{t('room.pointer.hint')}</span>
        ) : (
          <Button
            variant="default"
            leftSection={<IconMaximize size={20} aria-hidden />}
            aria-label={t('room.shared.enlargeNamed', { picture: label })}
            onClick={props.onEnlarge}
          >
            {t('room.shared.enlarge')}
          </Button>
        )}
      </figcaption>
    </figure>
  );
}
