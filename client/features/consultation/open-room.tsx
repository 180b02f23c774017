import { useEffect } from 'react';
import { openRoom, type Room } from '../../../server/modules/consultation/contract.ts';
import { useSend } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { InRoom } from './in-room.tsx';
import type { RoomPanel } from './room-panel.ts';

/** Opens the room where nobody has yet, and enters it. */
export function OpenRoom({ room, panels }: { room: Room; panels: readonly RoomPanel[] }) {
  const open = useSend(openRoom);
  const { mutate } = open;
  const { requestId, consultationId } = room;
  useEffect(() => {
    if (!consultationId) mutate({ id: requestId });
  }, [consultationId, mutate, requestId]);
  const opened = consultationId ?? open.data?.consultationId;
  if (opened) return <InRoom room={room} consultationId={opened} panels={panels} />;
  if (open.isError) return <ErrorState error={open.error} onRetry={() => mutate({ id: requestId })} />;
  return null;
}
