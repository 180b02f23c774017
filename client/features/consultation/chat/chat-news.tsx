import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Chat } from './use-chat.ts';

/** Reads a line that came out loud while the chat is not in view. In view its own list is read. */
export function ChatNews({ chat }: { chat: Chat }) {
  const { t } = useTranslation();
  const last = chat.lines.at(-1);
  const isNew = chat.unread > 0 && last && !last.isMine;
  return (
    <VisuallyHidden role="status">
      {isNew ? t('room.chat.came', { name: last.name ?? t('consultation.someone'), text: last.text }) : ''}
    </VisuallyHidden>
  );
}
