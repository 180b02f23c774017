import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFilePlus, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { useTakeIntoReport } from '../take-into-report.ts';
import classes from './chat-panel.module.css';
import type { ChatLine } from './use-chat.ts';

/** One line: who, when, what. The consultant may take it into the report, where it stays. */
export function ChatLineView(props: { room: Room; line: ChatLine; onAgain: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const takeIntoReport = useTakeIntoReport();
  const [isTaken, setTaken] = useState(false);
  const { room, line } = props;
  const name = line.isMine ? t('room.chat.me') : (line.name ?? t('consultation.someone'));
  const at = formats.time(new Date(line.at).toISOString());
  return (
    <div className={classes.line} data-mine={line.isMine || undefined}>
      <p className={classes.who}>
        <strong>{name}</strong>
        <span className="digits">{at}</span>
      </p>
      <p className={classes.text}>{line.text}</p>
      <div className={classes.ways}>
        {line.state === 'failed' && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconRefresh size={18} aria-hidden />}
            onClick={props.onAgain}
          >
            <IconAlertTriangle size={18} aria-hidden /> {t('room.chat.failed')}
          </Button>
        )}
        {isTaken && <span role="status">{t('room.chat.taken')}</span>}
        {/* The one consultant writes the report; others would be refused. */}
        {room.mayClose && takeIntoReport && !isTaken && (
          <ConfirmButton
            variant="subtle"
            size="compact-md"
            danger={false}
            leftSection={<IconFilePlus size={18} aria-hidden />}
            question={t('room.chat.takeQuestion')}
            consequence={t('room.chat.takeConsequence', { text: line.text })}
            confirmLabel={t('room.chat.take')}
            onConfirm={async () => {
              const who = line.isMine ? '' : (line.name ?? '');
              const text = t(who ? 'room.chat.block' : 'room.chat.blockOwn', {
                name: who,
                at,
                text: line.text,
              });
              await takeIntoReport(room.requestId, text);
              setTaken(true);
            }}
          >
            {t('room.chat.take')}
          </ConfirmButton>
        )}
      </div>
    </div>
  );
}
