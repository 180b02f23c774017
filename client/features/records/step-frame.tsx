import { Text } from '@mantine/core';
import { type Icon, IconDoorEnter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '../../ui/tone.ts';
import classes from './step-frame.module.css';

/** The frame of the next step; `icon` of a door for the room. */
export function StepFrame(props: { tone: Tone; icon?: Icon; title: ReactNode; children?: ReactNode }) {
  const Sign = props.icon ?? IconDoorEnter;
  return (
    <section className={classes.step} data-tone={props.tone}>
      <Sign size={34} stroke={1.6} aria-hidden />
      <div className={classes.words}>
        <Text fw={680} size="lg" component="div">
          {props.title}
        </Text>
        {props.children}
      </div>
    </section>
  );
}
