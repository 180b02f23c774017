import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

/** A framed part of a page with its own heading. `flush` lets a list or table reach the edges. */
export function Panel(props: { title?: string; actions?: ReactNode; flush?: boolean; children: ReactNode }) {
  const id = useId();
  const named = props.title !== undefined;
  return (
    <Paper
      component="section"
      withBorder
      className={classes.panel}
      {...(named ? { 'aria-labelledby': id } : {})}
    >
      {(named || props.actions !== undefined) && (
        <Group justify="space-between" className={classes.head}>
          {named && (
            <Title order={2} size="h3" id={id}>
              {props.title}
            </Title>
          )}
          {props.actions}
        </Group>
      )}
      <div className={props.flush ? undefined : classes.body}>{props.children}</div>
    </Paper>
  );
}
