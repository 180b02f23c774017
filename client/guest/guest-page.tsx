/** @jsxImportSource preact */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { OwnPreview } from './device-check.tsx';
import { EndMessage, endOf } from './end-message.tsx';
import { unfitBecause } from './fitness.ts';
import { GuestRoom } from './guest-room.tsx';
import { Invitation } from './invitation.ts';
import { Lobby } from './lobby.tsx';
import { OwnDevicesBefore } from './own-devices-before.ts';
import { PageFrame } from './page-frame.tsx';
import { useStore } from './use-store.ts';
import { Welcome } from './welcome.tsx';
import { useLanguage, useWords } from './words.ts';

/** A guest's way: the invitation, the lobby, the room, and why it ends. */
export function GuestPage() {
  const words = useWords();
  const language = useLanguage();
  const own = useMemo(() => new Invitation(), []);
  const devices = useMemo(() => new OwnDevicesBefore(), []);
  const state = useStore(own);
  const [wasInside, setWasInside] = useState(false);
  const unfit = unfitBecause();
  const { invitation, problem, busy, heardAt } = state;
  const isInside = invitation?.state === 'admitted' && invitation.consultationId !== null;
  useEffect(() => {
    if (!unfit) void own.open();
  }, [own, unfit]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);
  useEffect(() => {
    if (!isInside) return;
    setWasInside(true);
    // Phones open one camera at a time: the room gets it.
    devices.release();
  }, [isInside, devices]);
  // Another link in the same window is another invitation.
  useEffect(() => {
    const reload = () => location.reload();
    addEventListener('hashchange', reload);
    return () => removeEventListener('hashchange', reload);
  }, []);

  if (unfit) return <EndMessage end={words.end.unfit[unfit]} />;
  const end = endOf(state, wasInside);
  if (end) {
    return (
      <EndMessage
        end={words.end[end]}
        {...(end === 'network_lost' || end === 'unknown' ? { onRetry: () => void own.open() } : {})}
      />
    );
  }
  if (!invitation) {
    return (
      <PageFrame>
        <p role="status">{words.loading}</p>
      </PageFrame>
    );
  }
  if (isInside && invitation.consultationId) {
    return (
      <GuestRoom
        consultationId={invitation.consultationId}
        own={own}
        wanted={devices.wanted}
        onLeave={() => void own.leave()}
      />
    );
  }
  if (invitation.state === 'waiting' || invitation.state === 'admitted') {
    return (
      <Lobby invitation={invitation} heardAt={heardAt} own={own}>
        <OwnPreview devices={devices} />
      </Lobby>
    );
  }
  return (
    <Welcome
      invitation={invitation}
      heardAt={heardAt}
      busy={busy}
      problem={problem}
      own={own}
      devices={devices}
    />
  );
}
