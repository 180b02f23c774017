import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Connection, useConnection } from '../lib/connection.ts';
import { clockOf } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import classes from './connection-bar.module.css';

/** Says that the live line is broken, once it has been for two seconds: shorter breaks concern nobody. */
export function ConnectionBar() {
  const connection = useConnection();
  return <div role="status">{connection.is === 'lost' && <Lost connection={connection} />}</div>;
}

function Lost(props: { connection: Extract<Connection, { is: 'lost' }> }) {
  const { t } = useTranslation();
  const seconds = (useNow('second') - props.connection.since) / 1000;
  if (seconds < 2) return null;
  return (
    <div className={classes.bar} data-tone="attention">
      <IconPlugConnectedX size={24} aria-hidden />
      <span>
        <strong className="digits">{t('shell.connection.lost', { clock: clockOf(seconds) })}</strong>{' '}
        {t('shell.connection.kept')}
      </span>
    </div>
  );
}
