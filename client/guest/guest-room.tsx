/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { CallClient } from '../call/call-client.ts';
import { EndMessage } from './end-message.tsx';
import type { Invitation } from './invitation.ts';
import { LineNotice } from './line-notice.tsx';
import type { Wanted } from './own-devices-before.ts';
import { RoomBar } from './room-bar.tsx';
import { SafetyLock } from './safety-lock.tsx';
import { Stage } from './stage.tsx';
import { usePeople } from './use-people.ts';
import { useStore } from './use-store.ts';
import { Voices } from './voices.tsx';
import './room.css';
import { useWords } from './words.ts';

type Props = { consultationId: string; own: Invitation; wanted: Wanted; onLeave: () => void };

/** The call; another try is another call. */
export function GuestRoom(props: Props) {
  const { consultationId, own, wanted } = props;
  const [attempt, setAttempt] = useState(0);
  const [client, setClient] = useState<CallClient | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is a further call.
  useEffect(() => {
    const call = new CallClient(consultationId, own.line);
    setClient(call);
    void call.join(wanted);
    return () => {
      setClient(null);
      void call.leave();
    };
  }, [consultationId, own, attempt]);
  if (!client) return null;
  return <InCall {...props} client={client} onAgain={() => setAttempt((before) => before + 1)} />;
}

function InCall(props: Props & { client: CallClient; onAgain: () => void }) {
  const words = useWords();
  const { client, own } = props;
  const state = useStore(client);
  const people = usePeople(state);
  const { phase, problem } = state;
  const isOver = phase === 'closed' || phase === 'failed';
  useEffect(() => {
    // What the server says of the invitation is the better reason.
    if (isOver) void own.refresh();
  }, [isOver, own]);
  useEffect(() => {
    document.title = words.room.title;
  }, [words]);
  if (phase === 'closed') return <EndMessage end={words.end.consultation_closed} />;
  if (phase === 'replaced') {
    const { replaced } = words.end;
    return <EndMessage end={replaced} action={replaced.again} onRetry={props.onAgain} />;
  }
  if (phase === 'failed') {
    const end = problem === 'room_full' ? words.end.room_full : words.end.unknown;
    return <EndMessage end={end} onRetry={props.onAgain} />;
  }
  const names = people.map(({ person }) => person?.name ?? words.room.someone);
  return (
    <div class="room">
      <h1 class="unseen">{words.room.title}</h1>
      <div>
        <SafetyLock safety={state.safety} />
        <LineNotice state={state} />
      </div>
      <Stage state={state} people={people} />
      <Voices remotes={state.remotes} />
      <RoomBar client={client} state={state} onLeave={props.onLeave} />
      <p class="unseen" role="status">
        {words.room.people.replace('{{names}}', names.join(', '))}
      </p>
    </div>
  );
}
