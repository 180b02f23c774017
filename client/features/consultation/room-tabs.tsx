import { IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { ChatPanel } from './chat/chat-panel.tsx';
import type { Chat } from './chat/use-chat.ts';
import type { RoomPanel } from './room-panel.ts';
import type { PanelTab } from './side-panel.tsx';

/** The tabs beside the video: what other features bring, and the room's own. */
export function useRoomTabs(props: {
  room: Room;
  panels: readonly RoomPanel[];
  chat: Chat;
  isAlone: boolean;
}): PanelTab[] {
  const { t } = useTranslation();
  const { room, chat } = props;
  const brought = props.panels.map(
    ({ name, label, icon, Content }): PanelTab => ({
      name,
      label: t(label),
      icon,
      content: <Content requestId={room.requestId} />,
    }),
  );
  return [
    ...brought,
    {
      name: 'chat',
      label: t('room.chat.title'),
      icon: IconMessage,
      content: <ChatPanel room={room} chat={chat} isAlone={props.isAlone} />,
      count: chat.unread,
      countLabel: t('room.chat.unread', { count: chat.unread }),
    },
  ];
}
