/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { OwnInvitation } from '../../server/modules/consultation/guests-contract.ts';
import type { Invitation } from './invitation.ts';
import { OpensIn } from './opens-in.tsx';
import { PageFrame } from './page-frame.tsx';
import { useWords } from './words.ts';

/** Waiting to be let in, with calm words. */
export function Lobby(props: {
  invitation: OwnInvitation;
  heardAt: number;
  own: Invitation;
  children: ComponentChildren;
}) {
  const words = useWords();
  const { invitation, own } = props;
  const isEarly = invitation.room === 'early';
  useEffect(() => {
    document.title = words.lobby.title;
  }, [words]);
  return (
    <PageFrame>
      <section class="lobby">
        <div role="status">
          <h1>{words.lobby.title}</h1>
          {!isEarly && <p class="lead">{words.lobby.waits}</p>}
        </div>
        <OpensIn invitation={invitation} heardAt={props.heardAt} onOpen={() => void own.refresh()} />
        {!isEarly && <span class="breath" aria-hidden="true" />}
        {props.children}
        <button type="button" onClick={() => void own.leave()}>
          {words.lobby.leave}
        </button>
      </section>
    </PageFrame>
  );
}
