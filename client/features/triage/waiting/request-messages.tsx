import { Button, Stack, Text, Textarea } from '@mantine/core';
import { IconMessageQuestion, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getUrgentRequest } from '../../../../server/modules/triage/contract.ts';
import { type UrgentMessage, writeUrgentMessage } from '../../../../server/modules/triage/ladder-contract.ts';
import { useSend } from '../../../lib/query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Time } from '../../../ui/time.tsx';
import classes from './request-messages.module.css';

/** Questions back and their answers, while it is still ringing. */
export function RequestMessages(props: {
  requestId: string;
  messages: readonly UrgentMessage[];
  /** What the signed-in person writes. */
  as: UrgentMessage['kind'];
  /** Over: read only. */
  closed?: boolean;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const send = useSend(writeUrgentMessage, {
    refresh: [getUrgentRequest],
    onSuccess: () => setText(''),
  });
  const label = t(`triage.messages.${props.as}`);
  return (
    <Stack gap="sm">
      {props.messages.length > 0 && (
        <ol className={classes.messages} aria-label={t('triage.messages.title')} aria-live="polite">
          {props.messages.map(({ id, kind, text: said, by, at }) => (
            <li key={id} data-kind={kind}>
              <span className={classes.by}>
                {kind === 'question' && <IconMessageQuestion size={20} aria-hidden />}
                {t(`triage.messages.by.${kind}`, { name: by })} <Time at={at} show="time" />
              </span>
              <Text>{said}</Text>
            </li>
          ))}
        </ol>
      )}
      {!props.closed && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') send.mutate({ requestId: props.requestId, text: text.trim() });
          }}
        >
          <Textarea
            label={label}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={1}
            className={classes.text}
          />
          <Button
            type="submit"
            size="md"
            leftSection={<IconSend size={22} aria-hidden />}
            loading={send.isPending}
            disabled={text.trim() === ''}
          >
            {t('triage.messages.send')}
          </Button>
        </form>
      )}
      {send.isError && <ErrorState error={send.error} kept={t('triage.messages.kept')} />}
    </Stack>
  );
}
