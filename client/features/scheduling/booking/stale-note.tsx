import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useLoad } from '../../../lib/query.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { stepsSince } from './stale-changes.ts';
import { useStepWords } from './use-step-words.ts';

/** Somebody was faster: who did what, how it stands now, and the way on from there. Nothing was saved. */
export function StaleNote(props: {
  bookingId: string;
  /** As the booking was when the form was opened. */
  sequence: number;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const wordsOf = useStepWords();
  const query = useLoad(viewBooking, { id: props.bookingId }, { keep: false, staleTime: 0 });
  return (
    <Loaded query={query} rows={2}>
      {(found) => (
        <Alert
          role="alert"
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('scheduling.stale.title')}
        >
          <Stack gap="sm">
            {stepsSince(props, found.booking, found.history).map((step) => {
              const { title, details } = wordsOf(step);
              const by = step.by?.name ?? t('scheduling.step.software');
              return (
                <Text key={step.at}>
                  {t('scheduling.stale.step', {
                    title,
                    by,
                    at: formats.dateTime(step.at),
                    details: details.join(' '),
                  })}
                </Text>
              );
            })}
            <Text fw={600}>
              {found.booking.state === 'cancelled'
                ? t('scheduling.stale.cancelled')
                : t('scheduling.stale.now', {
                    when: formats.dateTime(found.booking.startAt),
                    who: found.booking.practitionerName,
                  })}
            </Text>
            <Text>{t('scheduling.stale.kept')}</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={props.onBack}>
                {t('scheduling.stale.on')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
    </Loaded>
  );
}
