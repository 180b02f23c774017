/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { OwnInvitation } from '../../server/modules/consultation/guests-contract.ts';
import { fill, useWords } from './words.ts';

/** How long until the room opens, by the server's clock: a device's may be wrong by hours. Nothing once it is open. */
export function OpensIn(props: { invitation: OwnInvitation; heardAt: number; onOpen: () => void }) {
  const words = useWords();
  const { invitation, heardAt, onOpen } = props;
  const { opensAt, room } = invitation;
  const isEarly = room === 'early';
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isEarly) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isEarly]);
  const serverNow = Date.parse(invitation.now) + Math.max(0, now - heardAt);
  const left = opensAt && isEarly ? Math.ceil((Date.parse(opensAt) - serverNow) / 1_000) : null;
  useEffect(() => {
    // Asked again every other second should the clocks differ by a moment.
    if (left !== null && left <= 0 && left % 2 === 0) onOpen();
  }, [left, onOpen]);
  if (!isEarly) return null;
  return (
    <p class="note">
      {words.lobby.early}{' '}
      {left !== null && <span role="timer">{fill(words.lobby.opensIn, { clock: clockOf(left) })}</span>}
    </p>
  );
}

function clockOf(seconds: number): string {
  const whole = Math.max(0, seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
