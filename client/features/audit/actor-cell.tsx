import { IconServer } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditActor } from '../../../server/modules/audit/contract.ts';
import { Initials } from '../../ui/initials.tsx';
import classes from './audit.module.css';

/** Who acted: name, role and organisation; the software itself, or somebody who was not signed in. */
export function ActorCell(props: { actor: AuditActor; type?: string }) {
  const { t } = useTranslation();
  const { displayName, role, organisation, id } = props.actor;
  if (id === null) {
    const isStranger = props.type === 'session.refused';
    return (
      <span className={classes.actor}>
        <span className={classes.machine}>
          <IconServer size={22} aria-hidden />
        </span>
        <span className={classes.name}>{t(isStranger ? 'audit.table.unknown' : 'audit.table.system')}</span>
      </span>
    );
  }
  return (
    <span className={classes.actor}>
      <Initials name={displayName ?? id} size={40} />
      <span className={classes.words}>
        <span className={classes.name}>{displayName ?? id.slice(-12)}</span>
        <span className={classes.soft}>
          {[role && t(`shell.roles.${role}`), organisation?.name].filter(Boolean).join(' · ')}
        </span>
      </span>
    </span>
  );
}
