import { ActionIcon } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { AloneRoom } from './alone-room.tsx';
import { Faces } from './faces.tsx';
import { OwnPicture, OwnTile } from './own-picture.tsx';
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
  /** The way on by telephone, where the line is lost. */
  phoneWay: ReactNode;
}) {
  const { t } = useTranslation();
  const { room, call, people } = props;
  const { state } = call;
  const others = people.filter(({ isMe }) => !isMe);
  const shared = state.remotes.filter(isShared).filter(({ muted }) => !muted);
  const [chosen, setChosen] = useState<string | null>(null);
  const large = chosenLarge(chosen, shared);
  const nameOf = (participantId: string) =>
    people.find(({ id }) => id === participantId)?.person?.name ?? t('consultation.someone');
  const part = (name: string, label: string) => ({
    label,
    isLarge: large === name,
    onEnlarge: () => setChosen(name),
  });
  return (
    <section className={classes.stage} aria-label={t('consultation.stage')}>
      {others.length > 0 ? (
        <div className={classes.split} data-parts={shared.length === 0 ? 1 : shared.length + 2}>
          <Part {...part('faces', t('consultation.stage'))}>
            <Faces others={others} remotes={state.remotes} isLarge={large === 'faces'} />
          </Part>
          {shared.map((one) => {
            const name = nameOf(one.participantId);
            return (
              <Part key={one.producerId} {...part(one.producerId, t(`room.shared.${one.source}`, { name }))}>
                <SharedTile
                  shared={one}
                  name={name}
                  isLarge={large === one.producerId}
                  pointing={props.pointing}
                />
              </Part>
            );
          })}
          {shared.length > 0 && (
            <div className={classes.part}>
              <OwnTile camera={state.camera} />
            </div>
          )}
        </div>
      ) : (
        <AloneRoom room={room} joining={state.phase === 'joining'} />
      )}
      <OwnShared call={call} secondCamera={props.secondCamera} pointing={props.pointing} />
      <StageNotice state={state}>{props.phoneWay}</StageNotice>
      {(shared.length === 0 || others.length === 0) && <OwnPicture camera={state.camera} />}
    </section>
  );
}

function Part(props: { label: string; isLarge: boolean; onEnlarge: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const { label, isLarge } = props;
  return (
    <div className={classes.part} data-large={isLarge || undefined}>
      {props.children}
      {!isLarge && (
        <ActionIcon
          variant="default"
          size="xl"
          className={classes.enlarge}
          aria-label={t('room.shared.enlarge', { picture: label })}
          title={t('room.shared.enlarge', { picture: label })}
          onClick={props.onEnlarge}
        >
          <IconMaximize size={22} aria-hidden />
        </ActionIcon>
      )}
    </div>
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
