import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The end of every form of the plan: what went wrong, saving with what it does to bookings, removing at the left. */
export function FormEnd(props: {
  failure: string | null;
  hits: number;
  busy: boolean;
  disabled?: boolean;
  remove?: ReactNode;
  label?: string;
}) {
  const { t } = useTranslation();
  const label = props.hits > 0 ? t('scheduling.saveAnyway', { count: props.hits }) : t('scheduling.save');
  return (
    <>
      {props.failure !== null && (
        <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={props.failure} />
      )}
      <Group justify="space-between" mt="xs">
        <div>{props.remove}</div>
        <Button type="submit" loading={props.busy} disabled={props.disabled ?? false}>
          {props.label ?? label}
        </Button>
      </Group>
    </>
  );
}
