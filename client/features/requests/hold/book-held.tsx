import { Button } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useNow } from '../../../lib/use-now.ts';
import type { Held } from './hold.ts';

/** The press that turns the held time into a booking; gone with the reservation. */
export function BookHeld(props: { hold: Held; label: string; busy: boolean; onBook: () => void }) {
  if (Date.parse(props.hold.heldUntil) <= useNow('second')) return null;
  return (
    <Button
      size="lg"
      leftSection={<IconCalendarCheck size={22} aria-hidden />}
      loading={props.busy}
      onClick={props.onBook}
    >
      {props.label}
    </Button>
  );
}
