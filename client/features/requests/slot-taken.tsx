import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FreeTime, findFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Time } from '../../ui/time.tsx';
import type { Offer } from './offer.ts';

/** Somebody was faster: no blame, and three ways on. */
export function SlotTaken(props: {
  nearest: readonly FreeTime[];
  specialtyCode: string;
  onChoose: (offer: Offer) => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const people =
    useLoad(findFreeTimes, { specialtyCode: props.specialtyCode, limit: 1000 }).data?.practitioners ?? [];
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconCalendarX aria-hidden />}
      title={t(props.nearest.length > 0 ? 'requests.time.taken' : 'requests.time.takenNone')}
    >
      <Group>
        {props.nearest.map((one) => {
          const who = people.find((person) => person.id === one.practitionerId);
          const names = { practitionerName: who?.name ?? '', departmentName: who?.department.name ?? '' };
          return (
            <Button
              key={`${one.practitionerId}${one.startAt}`}
              variant="default"
              h="auto"
              py={8}
              disabled={props.busy}
              onClick={() => props.onChoose({ ...one, ...names })}
            >
              <span>
                <Time at={one.startAt} show="clock" strong />
                {who && <Text c="dimmed">{who.name}</Text>}
              </span>
            </Button>
          );
        })}
      </Group>
    </Alert>
  );
}
