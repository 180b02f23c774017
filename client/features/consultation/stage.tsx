import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { AloneRoom } from './alone-room.tsx';
import { Faces } from './faces.tsx';
import { OwnPicture } from './own-picture.tsx';
import { OwnShared } from './sharing/own-shared.tsx';
import { type Shared, SharedTile } from './sharing/shared-tile.tsx';
import type { Pointing } from './sharing/use-pointing.ts';
import type { SecondCamera } from './sharing/use-second-camera.ts';
import classes from './stage.module.css';
import { StageNotice } from './stage-notice.tsx';
import type { Call } from './use-call.ts';
import type { Present } from './use-people.ts';

/**
 * The others as large as the space allows, the own picture small in a corner. What somebody shows stands beside the
 * faces, large at first; the other one is made large by a press. Nothing else lies over a face.
 */
export function Stage(props: {
  room: Room;
  call: Call;
  people: readonly Present[];
  pointing: Pointing;
  secondCamera: SecondCamera;
}) {
  const { t } = useTranslation();
  const { room, call, people, pointing } = props;
  const { state } = call;
  const others = people.filter(({ isMe }) => !isMe);
  const shared = state.remotes.filter(isShared).filter(({ muted }) => !muted);
  const [chosen, setChosen] = useState<string | null>(null);
  const large = chosenLarge(chosen, shared);
  return (
    <section className={classes.stage} aria-label={t('consultation.stage')}>
      {others.length > 0 ? (
        <div className={classes.split} data-parts={shared.length + 1}>
          <div className={classes.part} data-large={large === 'faces' || undefined}>
            <Faces
              others={others}
              remotes={state.remotes}
              isLarge={large === 'faces'}
              onEnlarge={() => setChosen('faces')}
            />
          </div>
          {shared.map((one) => (
            <div
              key={one.producerId}
              className={classes.part}
              data-large={large === one.producerId || undefined}
            >
              <SharedTile
                shared={one}
                name={
                  people.find(({ id }) => id === one.participantId)?.person?.name ?? t('consultation.someone')
                }
                isLarge={large === one.producerId}
                onEnlarge={() => setChosen(one.producerId)}
                pointing={pointing}
              />
            </div>
          ))}
        </div>
      ) : (
        <AloneRoom room={room} joining={state.phase === 'joining'} />
      )}
      <OwnShared call={call} secondCamera={props.secondCamera} pointing={pointing} />
      <StageNotice state={state} />
      <OwnPicture camera={state.camera} />
    </section>
  );
}

const isShared = (stream: { source: string }): stream is Shared =>
  stream.source === 'detail' || stream.source === 'screen';

/** The part that was chosen while it is there, else what was shown last, else the faces. */
function chosenLarge(chosen: string | null, shared: readonly Shared[]): string {
  if (shared.length === 0) return 'faces';
  if (chosen === 'faces' || shared.some(({ producerId }) => producerId === chosen)) return chosen ?? 'faces';
  return shared.at(-1)?.producerId ?? 'faces';
}
