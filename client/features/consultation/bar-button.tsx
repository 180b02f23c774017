import { UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './bar-button.module.css';

/** A large button of the bottom bar: icon over word; on a phone the word is read, not shown. */
export function BarButton(
  props: {
    icon: Icon;
    /** The word below the icon. */
    label: string;
    /** What a press does, where the word does not say it. */
    action?: string;
    /** `active`: something of one's own goes to the others beside the face. */
    tone?: 'danger' | 'attention' | 'active';
    /** A number at the icon; `action` says it too. */
    count?: number;
    /** The key that does the same; shown where there is a keyboard. */
    shortcut?: string;
  } & Omit<ComponentProps<'button'>, 'children' | 'className'>,
) {
  const { icon: Sign, label, action, tone, count, shortcut, ...button } = props;
  return (
    <UnstyledButton
      {...button}
      className={classes.button}
      data-tone={tone}
      aria-label={action ?? label}
      {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
    >
      <span className={classes.icon} data-count={count}>
        <Sign size={28} stroke={1.8} aria-hidden />
      </span>
      <span className={classes.label} data-key={shortcut} aria-hidden>
        {label}
      </span>
    </UnstyledButton>
  );
}
