import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './exports.module.css';

/** The beginning of a checksum, whole in print and on the clipboard. */
export function Checksum(props: { value: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.checksum}>
      <code title={props.value} className={classes.hash}>
        {props.value}
      </code>
      <CopyButton value={props.value} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'billing.exports.copied' : 'billing.exports.copy')}>
            <ActionIcon variant="subtle" onClick={copy} aria-label={t('billing.exports.copy')}>
              {copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
