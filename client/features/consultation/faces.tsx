import { Button } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RemoteStream } from '../../call/call-state.ts';
import classes from './faces.module.css';
import { PersonTile } from './person-tile.tsx';
import type { Present } from './use-people.ts';

/** Everybody else in the room, side by side; made small, with the way back to large. */
export function Faces(props: {
  others: readonly Present[];
  remotes: readonly RemoteStream[];
  isLarge: boolean;
  onEnlarge: () => void;
}) {
  const { t } = useTranslation();
  const { others, remotes, isLarge } = props;
  return (
    <div className={classes.faces}>
      <div
        className={classes.tiles}
        data-count={Math.min(others.length, 4)}
        data-small={!isLarge || undefined}
      >
        {others.map((present) => (
          <PersonTile
            key={present.id}
            present={present}
            streams={remotes.filter(({ participantId }) => participantId === present.id)}
          />
        ))}
      </div>
      {!isLarge && (
        <Button
          variant="default"
          leftSection={<IconMaximize size={20} aria-hidden />}
          aria-label={t('room.shared.enlargeNamed', { picture: t('consultation.stage') })}
          onClick={props.onEnlarge}
        >
          {t('room.shared.enlarge')}
        </Button>
      )}
    </div>
  );
}
