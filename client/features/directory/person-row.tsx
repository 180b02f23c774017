import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Initials } from '../../ui/initials.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Time } from '../../ui/time.tsx';
import classes from './organisation-drawer.module.css';
import type { Person } from './people-of.ts';
import { PersonMenu } from './person-menu.tsx';
import type { Invited } from './use-person-save.ts';

/** One person: who, in which role, and whether the access works. */
export function PersonRow(props: {
  person: Person;
  onEdit: (person: Person) => void;
  onInvited: (invited: Invited) => void;
}) {
  const { t } = useTranslation();
  const { person } = props;
  const { account, practitioner, active } = person;
  return (
    <li data-inactive={!active || undefined}>
      <Initials name={person.displayName} size={44} />
      <span className={classes.words}>
        <span className={classes.name}>{person.displayName}</span>
        <span className={classes.soft}>
          {t(`shell.roles.${account?.role ?? 'physician'}`)}
          {practitioner?.lanr ? ` · ${t('directory.people.lanr', { lanr: practitioner.lanr })}` : ''}
        </span>
        {account && <span className={classes.soft}>{account.email}</span>}
        <Access person={person} />
      </span>
      <PersonMenu {...props} />
    </li>
  );
}

function Access({ person: { account, active } }: { person: Person }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  if (!active) return <StatusBadge tone="neutral">{t('directory.state.inactive')}</StatusBadge>;
  if (!account) return <StatusBadge tone="neutral">{t('directory.state.noAccess')}</StatusBadge>;
  if (account.invitedUntil && Date.parse(account.invitedUntil) <= now) {
    return <StatusBadge tone="attention">{t('directory.state.expired')}</StatusBadge>;
  }
  if (account.invitedUntil) {
    return (
      <StatusBadge tone="action">
        {t('directory.people.invitedUntil', { date: formats.date(account.invitedUntil) })}
      </StatusBadge>
    );
  }
  if (!account.lastSignInAt)
    return <span className={classes.soft}>{t('directory.people.neverSignedIn')}</span>;
  return (
    <span className={classes.soft}>
      {t('directory.people.signedIn')} <Time at={account.lastSignInAt} show="clock" />
    </span>
  );
}
