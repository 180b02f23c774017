import { IconLoader2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../../call/call-state.ts';
import classes from './stage-notice.module.css';

/** Says that the connection is being restored, and the way on meanwhile. */
export function StageNotice({ state, children }: { state: CallState; children: ReactNode }) {
  const { t } = useTranslation();
  const isBack = state.phase !== 'reconnecting' && state.problem === null;
  if (isBack && state.quality !== 'lost') return null;
  return (
    <div className={classes.notice} data-tone="attention">
      <IconLoader2 size={24} className={classes.turning} aria-hidden />
      <span role="alert">
        {t(state.problem === 'media_unavailable' ? 'consultation.noMedia' : 'consultation.reconnecting')}
      </span>
      {children}
    </div>
  );
}
