import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import type { PicturePurpose } from '../../../call/talk-messages.ts';
import type { Call } from '../use-call.ts';
import { Approve } from './approve.tsx';
import { TakePicture } from './take-picture.tsx';
import type { Stills, Taking } from './use-stills.ts';

/** Takes a picture, shows it, and sends it only after a look at it. */
export function TakeDialog(props: { room: Room; call: Call; stills: Stills }) {
  const { t } = useTranslation();
  const { taking, giveUp } = props.stills;
  return (
    <Modal
      opened={taking !== null}
      onClose={giveUp}
      closeOnClickOutside={false}
      size="lg"
      title={t('room.still.take')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {taking && <Steps {...props} taking={taking} />}
    </Modal>
  );
}

function Steps(props: { room: Room; call: Call; stills: Stills; taking: Taking }) {
  const { room, stills, taking } = props;
  const [picture, setPicture] = useState<Blob | null>(null);
  const [purpose, setPurpose] = useState<PicturePurpose>(taking.purpose ?? 'wound');
  if (!picture) return <TakePicture call={props.call} onTaken={setPicture} />;
  return (
    <Approve
      room={room}
      picture={picture}
      purpose={purpose}
      onPurpose={setPurpose}
      isAgreed={taking.isAgreed}
      onAnew={() => setPicture(null)}
      onKept={() => void stills.kept()}
    />
  );
}
