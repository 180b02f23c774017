import { useDisclosure } from '@mantine/hooks';
import { IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { BarButton } from '../bar-button.tsx';
import { AskDialog } from './ask-dialog.tsx';
import type { Stills } from './use-stills.ts';

/** "Foto": the asking side takes one, the other asks for one. */
export function StillButton({ room, stills }: { room: Room; stills: Stills }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const isOwn = room.side === 'requester';
  return (
    <>
      <BarButton
        icon={IconCamera}
        label={t('room.still.button')}
        action={t(isOwn ? 'room.still.take' : 'room.still.ask')}
        aria-haspopup="dialog"
        onClick={isOwn ? stills.take : open}
      />
      {!isOwn && <AskDialog stills={stills} opened={opened} onClose={close} />}
    </>
  );
}
