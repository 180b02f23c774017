import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHeartRateMonitor } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getUrgentRequest, queueChanged } from '../../../server/modules/triage/contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Additions } from './additions.tsx';
import { scoredOf } from './scored-of.ts';
import { VitalsTable } from './vitals-table.tsx';
import { AddValues } from './waiting/add-values.tsx';

/** The values beside a running conversation; the care home adds what is measured meanwhile. For the room's tab. */
export function VitalsPanel(props: { requestId: string }) {
  const { t } = useTranslation();
  const [adding, { open, close }] = useDisclosure(false);
  const query = useLoad(getUrgentRequest, { requestId: props.requestId });
  useLive(queueChanged, [keyOf(getUrgentRequest)]);
  return (
    <Loaded query={query}>
      {(urgent) => (
        <Stack>
          <VitalsTable
            sets={urgent.vitalSigns}
            scored={scoredOf(urgent)}
            patient={urgent.request.patient}
            most={2}
          />
          <Additions additions={urgent.additions} />
          {urgent.request.side === 'requester' && (
            <>
              <Button
                variant="light"
                leftSection={<IconHeartRateMonitor size={22} aria-hidden />}
                onClick={open}
              >
                {t('triage.waiting.addValues')}
              </Button>
              <AddValues urgent={urgent} opened={adding} onClose={close} />
            </>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
