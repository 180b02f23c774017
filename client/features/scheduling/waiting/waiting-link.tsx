import { Button } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWaiting } from './use-waiting.ts';

/** Where the list stands on the page. */
export const waitingPanel = 'waiting-list';

/** How many wait, always in view; pressed it leads down to the list. */
export function WaitingLink() {
  const { t } = useTranslation();
  const count = useWaiting().data?.entries.length ?? 0;
  if (count === 0) return null;
  const show = () => {
    const panel = document.getElementById(waitingPanel);
    panel?.scrollIntoView({ block: 'start' });
    panel?.focus({ preventScroll: true });
  };
  return (
    <Button variant="default" leftSection={<IconListNumbers size={20} aria-hidden />} onClick={show}>
      {t('scheduling.waiting.count', { count })}
    </Button>
  );
}
