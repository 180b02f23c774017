/** @jsxImportSource preact */
import type { CallState, RemoteStream } from '../call/call-state.ts';
import { Icon } from './icons.tsx';
import type { Present } from './use-people.ts';
import { Video } from './video.tsx';
import { fill, useWords, type Words } from './words.ts';

/** The others as large as the space allows, the own picture small below. */
export function Stage({ state, people }: { state: CallState; people: readonly Present[] }) {
  const words = useWords();
  const others = people.filter(({ isMe }) => !isMe);
  const shown = state.remotes.filter(
    ({ source, muted }) => !muted && (source === 'screen' || source === 'detail'),
  );
  const isLost = state.phase === 'reconnecting' || state.problem !== null;
  const count = others.length + shown.length;
  return (
    <section class="stage" data-count={Math.min(count, 4)}>
      {shown.map((stream) => (
        <figure key={stream.producerId} class="tile">
          <Video track={stream.track} label={labelOf(words, stream, others)} whole />
          <figcaption>{labelOf(words, stream, others)}</figcaption>
        </figure>
      ))}
      {others.map((present) => (
        <Tile key={present.id} present={present} remotes={state.remotes} />
      ))}
      {others.length === 0 && (
        <p class="alone" role="status">
          {state.phase === 'joining' ? words.room.joining : words.room.alone}
        </p>
      )}
      {isLost && (
        <p class="notice" role="alert">
          {words.room.reconnecting}
        </p>
      )}
      {!isLost && (state.quality === 'poor' || state.quality === 'lost') && (
        <p class="notice" role="status">
          {words.line[state.quality]}
        </p>
      )}
      {state.camera.track && state.camera.wanted && (
        <div class="own">
          <Video track={state.camera.track} label={words.room.own} mirrored />
        </div>
      )}
    </section>
  );
}

function labelOf(words: Words, { source, participantId }: RemoteStream, people: readonly Present[]): string {
  const name = people.find(({ id }) => id === participantId)?.person?.name ?? words.room.someone;
  return fill(source === 'screen' ? words.room.screen : words.room.detail, { name });
}

function Tile({ present, remotes }: { present: Present; remotes: readonly RemoteStream[] }) {
  const words = useWords();
  const { id, person } = present;
  const name = person?.name ?? words.room.someone;
  const of = (wanted: 'camera' | 'microphone') =>
    remotes.find(({ participantId, source }) => participantId === id && source === wanted);
  const camera = of('camera');
  const isMuted = of('microphone')?.muted ?? true;
  return (
    <figure class="tile">
      {camera && !camera.muted ? (
        <Video track={camera.track} label={fill(words.room.picture, { name })} />
      ) : (
        <span class="no-picture">
          <Icon name="cameraOff" size={40} />
          {words.room.cameraOff}
        </span>
      )}
      <figcaption>
        <span>
          <strong>{name}</strong>
          {person && <span class="from">{`${words.roles[person.role]} · ${person.organisation}`}</span>}
        </span>
        {isMuted && (
          <span class="muted">
            <Icon name="microphoneOff" size={20} />
            {words.room.muted}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
