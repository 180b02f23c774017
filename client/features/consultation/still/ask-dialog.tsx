import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PicturePurpose } from '../../../call/talk-messages.ts';
import { PurposeChoice } from './purpose-choice.tsx';
import type { Stills } from './use-stills.ts';

/** Asks the other side for a picture: of what, and whom where there are several. */
export function AskDialog(props: { stills: Stills; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('room.still.ask')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Asking {...props} />
    </Modal>
  );
}

function Asking({ stills, onClose }: Parameters<typeof AskDialog>[0]) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState<PicturePurpose>('wound');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  const { whom } = stills;
  const of = whom.find(({ participantId }) => participantId === chosen) ?? whom[0];
  if (!of) return <Text>{t('room.still.nobody')}</Text>;
  const ask = () => {
    setLost(false);
    stills.ask(of, purpose).then(onClose, () => setLost(true));
  };
  return (
    <Stack>
      <Text>{t('room.still.askHint')}</Text>
      <PurposeChoice value={purpose} onChange={setPurpose} />
      {whom.length > 1 && (
        <Select
          label={t('room.still.whom')}
          data={whom.map(({ participantId, name }) => ({ value: participantId, label: name }))}
          value={of.participantId}
          onChange={setChosen}
          allowDeselect={false}
        />
      )}
      {isLost && <Text role="alert">{t('errors.network_lost')}</Text>}
      <Button size="lg" leftSection={<IconCamera size={22} aria-hidden />} onClick={ask}>
        {t('room.still.askNamed', { name: of.name })}
      </Button>
    </Stack>
  );
}
