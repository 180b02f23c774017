import { IconFileText } from '@tabler/icons-react';
import { RequestPanel } from '../features/consultation/request-panel.tsx';
import { RoomPage } from '../features/consultation/room-page.tsx';
import type { RoomPanel } from '../features/consultation/room-panel.ts';

/** The room with what other features put beside the video. */
const panels: readonly RoomPanel[] = [
  {
    name: 'request',
    label: 'consultation.panels.request',
    icon: IconFileText,
    sides: ['requester', 'provider'],
    Content: RequestPanel,
  },
];

export function RoomPlace() {
  return <RoomPage panels={panels} />;
}
