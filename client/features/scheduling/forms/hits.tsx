import { Alert, Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useErrorText } from '../../../lib/error-text.ts';
import { paths } from '../../../lib/paths.ts';
import { Time } from '../../../ui/time.tsx';
import type { Saved } from './done.ts';

/** What a change would hit, before it is saved: nobody is dropped silently. */
export function Hits(props: { query: UseQueryResult<Saved['affected'], unknown> }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const { data, error, fetchStatus } = props.query;
  if (error) {
    return (
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={textOf(error)} role="status" />
    );
  }
  if (!data) return fetchStatus === 'fetching' ? <Skeleton height={52} radius="md" /> : null;
  if (data.length === 0) {
    return (
      <Alert color="green" icon={<IconCircleCheck aria-hidden />} role="status">
        {t('scheduling.hits.none')}
      </Alert>
    );
  }
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('scheduling.hits.some', { count: data.length })}
      role="status"
    >
      <Stack gap={6}>
        <Text>{t('scheduling.hits.stay')}</Text>
        {data.map((booking) => (
          <Anchor
            key={booking.id}
            component={Link}
            to={paths.booking(booking.id)}
            c="inherit"
            underline="always"
          >
            <Time at={booking.startAt} show="clock" /> {booking.requester.name}
          </Anchor>
        ))}
      </Stack>
    </Alert>
  );
}
