import { IconAntennaBars2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../../call/call-state.ts';
import classes from './line-notice.module.css';
import { theirRung } from './their-rung.ts';

const told = ['low', 'still', 'sound'] as const;

/** In one line, what a weak line does to the pictures, and that the voices come first: of the own line, else of theirs. */
export function LineNotice({ state }: { state: CallState }) {
  const { t } = useTranslation();
  const own = told.find((rung) => rung === state.rung);
  const theirs = told.find((rung) => rung === theirRung(state));
  const sendsPicture = state.camera.wanted || state.detail.wanted || state.screen.wanted;
  const side = own && sendsPicture ? 'own' : theirs ? 'theirs' : null;
  return (
    <div role="status" hidden={side === null} className={classes.place}>
      {side && (
        <p className={classes.notice} data-tone="attention">
          <IconAntennaBars2 size={22} aria-hidden />
          {t(`consultation.weak.${side}.${side === 'own' ? own : theirs}`)}
        </p>
      )}
    </div>
  );
}
