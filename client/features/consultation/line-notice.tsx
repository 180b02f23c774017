import { IconAntennaBars2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../../call/call-state.ts';
import { weakLine } from '../../call/their-rung.ts';
import classes from './line-notice.module.css';

/** In one line, what a weak line does to the pictures, and that the voices come first: of the own line, else of theirs. */
export function LineNotice({ state }: { state: CallState }) {
  const { t } = useTranslation();
  const weak = weakLine(state);
  return (
    <div role="status" hidden={weak === null} className={classes.place}>
      {weak && (
        <p className={classes.notice} data-tone="attention">
          <IconAntennaBars2 size={22} aria-hidden />
          {t(`consultation.weak.${weak.side}.${weak.rung}`)}
        </p>
      )}
    </div>
  );
}
