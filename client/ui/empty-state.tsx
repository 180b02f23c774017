import { Stack, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Nothing here: what that means in one sentence, and the next step. */
export function EmptyState(props: {
  icon: Icon;
  title: string;
  hint?: ReactNode;
  /** The next step, usually one button. */
  action?: ReactNode;
}) {
  const Sign = props.icon;
  return (
    <Stack align="center" gap="xs" className={classes.empty}>
      <span className={classes.sign}>
        <Sign size={34} stroke={1.6} aria-hidden />
      </span>
      <Text fw={600} size="lg">
        {props.title}
      </Text>
      {props.hint !== undefined && (
        <Text c="dimmed" maw="44ch">
          {props.hint}
        </Text>
      )}
      {props.action !== undefined && <div className={classes.action}>{props.action}</div>}
    </Stack>
  );
}
