import { IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../../call/call-state.ts';
import classes from './stage-notice.module.css';

/** Says that the connection is being restored. */
export function StageNotice({ state }: { state: CallState }) {
  const { t } = useTranslation();
  if (state.phase !== 'reconnecting' && state.problem === null) return null;
  return (
    <p className={classes.notice} data-tone="attention" role="alert">
      <IconLoader2 size={24} className={classes.turning} aria-hidden />
      {t(state.problem === 'media_unavailable' ? 'consultation.noMedia' : 'consultation.reconnecting')}
    </p>
  );
}
