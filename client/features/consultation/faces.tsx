import type { RemoteStream } from '../../call/call-state.ts';
import classes from './faces.module.css';
import { PersonTile } from './person-tile.tsx';
import type { Present } from './use-people.ts';

/** Everybody else in the room, side by side; small, one over the other. */
export function Faces(props: {
  others: readonly Present[];
  remotes: readonly RemoteStream[];
  isLarge: boolean;
}) {
  const { others, remotes, isLarge } = props;
  return (
    <div className={classes.tiles} data-count={Math.min(others.length, 4)} data-small={!isLarge || undefined}>
      {others.map((present) => (
        <PersonTile
          key={present.id}
          present={present}
          streams={remotes.filter(({ participantId }) => participantId === present.id)}
        />
      ))}
    </div>
  );
}
