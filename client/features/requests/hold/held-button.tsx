import { ActionIcon, Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

/** With its word where there is room for it, its sign alone on a phone. */
export function HeldButton(props: {
  icon: Icon;
  label: string;
  isNarrow: boolean;
  variant: 'default' | 'subtle';
  loading?: boolean;
  onClick: () => void;
}) {
  const { icon: Sign, label, isNarrow, loading = false, ...rest } = props;
  if (isNarrow) {
    return (
      <ActionIcon aria-label={label} title={label} loading={loading} {...rest}>
        <Sign size={24} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <Button leftSection={<Sign size={20} aria-hidden />} loading={loading} {...rest}>
      {label}
    </Button>
  );
}
