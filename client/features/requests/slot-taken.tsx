import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FreeTime, findFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Time } from '../../ui/time.tsx';
import { type Offer, offerKey, offerOf } from './offer.ts';

/** Somebody was faster: no blame, and three ways on. */
export function SlotTaken(props: {
  nearest: readonly FreeTime[];
  specialtyCode: string;
  onChoose: (offer: Offer) => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const known = useLoad(findFreeTimes, { specialtyCode: props.specialtyCode, limit: 1 }).data;
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconCalendarX aria-hidden />}
      title={t(props.nearest.length > 0 ? 'requests.time.taken' : 'requests.time.takenNone')}
    >
      <Group>
        {props.nearest.map((one) => {
          const offer = offerOf(one, known ?? { practitioners: [], pools: [] });
          return (
            <Button
              key={offerKey(one)}
              variant="default"
              h="auto"
              py={8}
              disabled={props.busy}
              onClick={() => props.onChoose(offer)}
            >
              <span>
                <Time at={one.startAt} show="clock" strong />
                {offer.name !== '' && <Text c="dimmed">{offer.name}</Text>}
              </span>
            </Button>
          );
        })}
      </Group>
    </Alert>
  );
}
