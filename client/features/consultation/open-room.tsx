import { useEffect, useState } from 'react';
import { openRoom, type Room } from '../../../server/modules/consultation/contract.ts';
import { canEncrypt } from '../../call/can-encrypt.ts';
import { useSend } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { BeforeRoom } from './before-room.tsx';
import { InRoom } from './in-room.tsx';
import { chooseJoining, joinings, knownJoining } from './joining.ts';
import type { RoomPanel } from './room-panel.ts';

/** Opens the room where nobody has yet, and enters it as somebody chooses before. */
export function OpenRoom({ room, panels }: { room: Room; panels: readonly RoomPanel[] }) {
  const open = useSend(openRoom);
  const { mutate } = open;
  const { requestId, consultationId } = room;
  useEffect(() => {
    if (!consultationId) mutate({ id: requestId });
  }, [consultationId, mutate, requestId]);
  // A browser that cannot encrypt is told so at once, and enters no room however it would like to.
  const [joining, setJoining] = useState(() => knownJoining(room) ?? (canEncrypt() ? null : joinings.listen));
  const opened = consultationId ?? open.data?.consultationId;
  if (open.isError) return <ErrorState error={open.error} onRetry={() => mutate({ id: requestId })} />;
  if (!joining)
    return (
      <BeforeRoom
        room={room}
        onJoin={(chosen) => {
          chooseJoining(chosen);
          setJoining(chosen);
        }}
      />
    );
  if (!opened) return null;
  return <InRoom room={room} consultationId={opened} joining={joining} panels={panels} />;
}
