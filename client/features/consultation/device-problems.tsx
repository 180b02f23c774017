import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../server/modules/consultation/media-contract.ts';
import type { CallState } from '../../call/call-state.ts';
import { sources } from '../../call/own-devices.ts';
import classes from './device-problems.module.css';

/** What hinders an own device, and what to do; the consultation goes on without. */
export function DeviceProblems(props: {
  state: CallState;
  onRetry: (source: Source) => void;
  onDismiss: (source: Source) => void;
}) {
  const { t } = useTranslation();
  const { state } = props;
  const troubled = sources.filter((source) => state[source].problem !== null);
  return (
    <div role="status">
      {troubled.map((source) => (
        <p key={source} className={classes.problem} data-tone="attention">
          <IconAlertTriangle size={24} aria-hidden />
          <span>{t(`consultation.problem.${source}.${state[source].problem}`)}</span>
          <Button
            variant="default"
            loading={state[source].starting}
            onClick={() => props.onRetry(source)}
            aria-label={t(`consultation.problem.${source}.retry`)}
          >
            {t('ui.error.retry')}
          </Button>
          {(source === 'detail' || source === 'screen') && (
            <CloseButton aria-label={t('ui.dismiss')} onClick={() => props.onDismiss(source)} />
          )}
        </p>
      ))}
    </div>
  );
}
