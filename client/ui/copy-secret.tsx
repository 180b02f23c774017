import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** A secret that is shown once, with a button that copies it and says so. */
export function CopySecret(props: {
  value: string;
  /** What it is, for screen readers. */
  label: string;
  copy: string;
  copied: string;
  className: string | undefined;
}) {
  const { value, label, className } = props;
  return (
    <>
      <output className={className} aria-label={label}>
        {value}
      </output>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />}
            onClick={copy}
          >
            {copied ? props.copied : props.copy}
          </Button>
        )}
      </CopyButton>
    </>
  );
}
