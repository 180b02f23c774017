import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  listOnCall,
  listOnCallSwaps,
  onCallChanged,
} from '../../../../server/modules/triage/on-call-contract.ts';
import { listQueue } from '../../../../server/modules/triage/queue-contract.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { OwnShifts } from './own-shifts.tsx';
import { waitingFor } from './swap-side.ts';

/** Opens the own shifts; says how many offers of colleagues wait for an answer. */
export function OwnShiftsButton({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const swaps = useLoad(listOnCallSwaps, {});
  useLive(onCallChanged, [keyOf(listOnCallSwaps), keyOf(listOnCall), keyOf(listQueue)]);
  const count = swaps.data ? waitingFor(swaps.data.swaps, swaps.data.own) : 0;
  return (
    <>
      <Button
        variant={count > 0 ? 'filled' : 'default'}
        leftSection={<IconArrowsExchange size={20} aria-hidden />}
        onClick={open}
      >
        {count > 0 ? t('triage.swap.openCount', { count }) : t('triage.swap.open')}
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="min(100vw, 44rem)"
        title={t('triage.swap.open')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {opened && <OwnShifts departmentId={departmentId} />}
      </Drawer>
    </>
  );
}
