import { Button, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import classes from './alone-room.module.css';
import { phoneLink } from './phone-link.ts';

/** Nobody else is here yet: for whom one waits, and the number. */
export function AloneRoom({ room, joining }: { room: Room; joining: boolean }) {
  const { t } = useTranslation();
  const { name, phone } = room.other;
  if (joining) return <Text className={classes.alone}>{t('consultation.joining')}</Text>;
  return (
    <div className={classes.alone}>
      <Text size="xl" fw={600} role="status">
        {t('consultation.alone.title', { name })}
      </Text>
      <Text c="dimmed">{t('consultation.alone.hint')}</Text>
      <Button
        component="a"
        href={phoneLink(phone)}
        variant="default"
        size="lg"
        leftSection={<IconPhone size={22} aria-hidden />}
      >
        {phone}
      </Button>
    </div>
  );
}
