import { IconMessage, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { ChatPanel } from './chat/chat-panel.tsx';
import type { Chat } from './chat/use-chat.ts';
import type { RoomPanel } from './room-panel.ts';
import type { PanelTab } from './side-panel.tsx';
import { FilesPanel } from './still/files-panel.tsx';
import type { Stills } from './still/use-stills.ts';

/** The tabs beside the video: what other features bring, and the room's own. */
export function useRoomTabs(props: {
  room: Room;
  panels: readonly RoomPanel[];
  chat: Chat;
  stills: Stills;
  isAlone: boolean;
}): PanelTab[] {
  const { t } = useTranslation();
  const { room, chat, stills } = props;
  const brought = props.panels.map(
    ({ name, label, icon, Content }): PanelTab => ({
      name,
      label: t(label),
      icon,
      content: <Content requestId={room.requestId} />,
    }),
  );
  const files: PanelTab = {
    name: 'files',
    label: t('room.files.title'),
    icon: IconPhoto,
    content: <FilesPanel room={room} />,
    count: stills.unseen,
    countLabel: t('room.files.unseen', { count: stills.unseen }),
  };
  // What was asked first, then what belongs to it, then what is written.
  const written = brought.findIndex(({ name }) => name === 'report');
  const at = written < 0 ? brought.length : written;
  return [
    ...brought.slice(0, at),
    files,
    ...brought.slice(at),
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
