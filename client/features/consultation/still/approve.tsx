import { Button, Checkbox, Group, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import type { PicturePurpose } from '../../../call/talk-messages.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PurposeChoice } from './purpose-choice.tsx';
import classes from './still.module.css';
import { useSendPicture } from './use-send-picture.ts';

/** The picture as it is, what it shows, and the patient's yes; then it goes to the files. */
export function Approve(props: {
  room: Room;
  picture: Blob;
  purpose: PicturePurpose;
  onPurpose: (purpose: PicturePurpose) => void;
  /** The patient has said yes already. */
  isAgreed: boolean;
  onAnew: () => void;
  onKept: () => void;
}) {
  const { t } = useTranslation();
  const { picture } = props;
  const [agreed, setAgreed] = useState(props.isAgreed);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  const sending = useSendPicture(props.room, picture, props.onKept);
  const percent = Math.round(sending.share * 100);
  return (
    <Stack>
      <div className={classes.view}>{address && <img src={address} alt={t('room.still.yours')} />}</div>
      <PurposeChoice value={props.purpose} onChange={props.onPurpose} />
      {!props.isAgreed && (
        <>
          <Text>{t('room.still.use')}</Text>
          <Checkbox
            label={t('room.still.agrees')}
            checked={agreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
          />
        </>
      )}
      {sending.error !== null && <ErrorState error={sending.error} />}
      {sending.isRunning && (
        <>
          <Text role="status">{t('room.still.sending')}</Text>
          <Progress value={percent} aria-label={t('room.still.progress', { percent })} />
        </>
      )}
      <Group grow>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconRefresh size={22} aria-hidden />}
          disabled={sending.isRunning}
          onClick={props.onAnew}
        >
          {t('room.still.anew')}
        </Button>
        <Button
          size="lg"
          leftSection={<IconSend size={22} aria-hidden />}
          disabled={!agreed}
          loading={sending.isRunning}
          onClick={() => sending.send(props.purpose)}
        >
          {t(sending.error === null ? 'room.still.send' : 'ui.error.retry')}
        </Button>
      </Group>
    </Stack>
  );
}
