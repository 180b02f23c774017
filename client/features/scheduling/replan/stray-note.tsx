import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useNow } from '../../../lib/use-now.ts';
import { isStray, type Plan } from '../calendar/plan-pieces.ts';

/** Bookings of the shown week that lie where nobody sits any more: nothing is forgotten, whoever closed the panel. */
export function StrayNote(props: { plan: Plan; onReplan: (bookings: readonly CalendarBooking[]) => void }) {
  const { t } = useTranslation();
  const { plan } = props;
  const now = useNow();
  const strays = plan.bookings.filter(
    (booking) =>
      Date.parse(booking.startAt) > now &&
      isStray(plan, booking) &&
      (plan.coordinates || plan.mayChange.includes(booking.practitionerId)),
  );
  if (strays.length === 0) return null;
  return (
    <Alert color="yellow" role="status" mb="md" py="xs">
      <Group justify="space-between">
        <Group gap="sm" wrap="nowrap">
          <IconAlertTriangle aria-hidden />
          <Text fw={600}>{t('scheduling.replan.strays', { count: strays.length })}</Text>
        </Group>
        <Button variant="default" onClick={() => props.onReplan(strays)}>
          {t('scheduling.replan.title')}
        </Button>
      </Group>
    </Alert>
  );
}
