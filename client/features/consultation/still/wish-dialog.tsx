import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stills } from './use-stills.ts';

/** Somebody asks for a picture: what for, where it goes, and whether the patient agrees. Nothing is taken before. */
export function WishDialog({ stills }: { stills: Stills }) {
  const { t } = useTranslation();
  const { wish, answer } = stills;
  return (
    <Modal
      opened={wish !== null}
      onClose={() => answer('declined')}
      closeOnClickOutside={false}
      title={t('room.still.wish', { name: wish?.name ?? t('consultation.someone') })}
      closeButtonProps={{ 'aria-label': t('room.still.no') }}
    >
      {wish && (
        <Stack>
          <Text>{t('room.still.wishFor', { purpose: t(`ui.pictures.kind.${wish.purpose}`) })}</Text>
          <Text>{t('room.still.use')}</Text>
          <Text fw={680}>{t('room.still.consent')}</Text>
          <Group grow preventGrowOverflow={false}>
            <Button variant="default" size="lg" onClick={() => answer('declined')}>
              {t('room.still.no')}
            </Button>
            <Button size="lg" onClick={() => answer('agreed')} data-autofocus>
              {t('room.still.yes')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
