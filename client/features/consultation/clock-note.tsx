import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './clock-note.module.css';
import { useServerNow } from './use-server-now.ts';

/** A clock that is wrong by so much misleads people about when they have to be there, in ms. */
const bearable = 5 * 60_000;

/** Says so where the device's clock is far off; rooms open by the server's. */
export function ClockNote({ now }: { now: string }) {
  const { t } = useTranslation();
  const [here] = useState(() => Date.now());
  const ahead = here - useServerNow(now, here);
  if (Math.abs(ahead) < bearable) return null;
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const by =
    minutes < 90
      ? t('consultation.clock.minutes', { count: minutes })
      : t('consultation.clock.hours', { count: Math.round(minutes / 60) });
  return (
    <p className={classes.note} data-tone="attention" role="status">
      {t(ahead > 0 ? 'consultation.clock.ahead' : 'consultation.clock.behind', { by })}
    </p>
  );
}
