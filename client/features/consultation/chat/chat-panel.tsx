import { Button, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { longestLine } from '../../../call/talk-messages.ts';
import { ChatLineView } from './chat-line.tsx';
import classes from './chat-panel.module.css';
import type { Chat } from './use-chat.ts';

/** The tab "Chat": the lines, and one to write. It says that nothing of it is kept. */
export function ChatPanel(props: { room: Room; chat: Chat; isAlone: boolean }) {
  const { t } = useTranslation();
  const { chat } = props;
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what it scrolls to.
  useEffect(() => {
    void end.current?.scrollIntoView({ block: 'nearest' });
  }, [chat.lines.length]);
  return (
    <div className={classes.chat}>
      <p className={classes.hint}>{t('room.chat.notKept')}</p>
      <div className={classes.lines} role="log" aria-label={t('room.chat.lines')}>
        {chat.lines.map((line) => (
          <ChatLineView key={line.id} room={props.room} line={line} onAgain={() => chat.again(line)} />
        ))}
        <div ref={end} />
      </div>
      <form
        className={classes.write}
        onSubmit={(event) => {
          event.preventDefault();
          chat.say();
        }}
      >
        <Textarea
          label={t('room.chat.write')}
          {...(props.isAlone ? { description: t('room.chat.alone') } : {})}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={longestLine}
          value={chat.words}
          onChange={(event) => chat.setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While a word is being composed (accents, dictation) Enter belongs to it.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (!props.isAlone) chat.say();
          }}
        />
        <Button
          type="submit"
          leftSection={<IconSend size={20} aria-hidden />}
          disabled={props.isAlone || chat.words.trim() === ''}
        >
          {t('room.chat.send')}
        </Button>
      </form>
    </div>
  );
}
