import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';

/** "2 neue Anfragen": lists wait for this press, so nothing moves under the finger. */
export function NewItemsBar(props: { count: number; label: string; onReveal: () => void }) {
  return (
    <div role="status">
      {props.count > 0 && (
        <Button
          fullWidth
          variant="light"
          leftSection={<IconArrowUp size={20} aria-hidden />}
          onClick={props.onReveal}
        >
          {props.label}
        </Button>
      )}
    </div>
  );
}
