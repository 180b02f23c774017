import { VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Resident } from '../../../server/modules/patients/contract.ts';
import { ageOn } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { Initials } from '../../ui/initials.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Time } from '../../ui/time.tsx';
import { News2Mark } from './news2-mark.tsx';
import classes from './residents.module.css';
import { statusTones } from './status-tones.ts';

/** One resident: who, where, how it was last; an open request is one press away. */
export function ResidentCard(props: { resident: Resident; label: string; onChoose: () => void }) {
  const { t } = useTranslation();
  const { resident } = props;
  const now = useNow();
  const age = ageOn(resident.birthDate, dayOf(new Date(now).toISOString()));
  const name = `${resident.givenName} ${resident.familyName}`;
  const open = resident.openRequest;
  const last = resident.lastVitalSigns;
  return (
    <article className={classes.card}>
      <button type="button" className={classes.choose} onClick={props.onChoose}>
        <Initials name={name} size={56} />
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.facts}>
            {resident.room && <span>{t('triage.room', { room: resident.room })}</span>}
            <span>{t('triage.age', { age })}</span>
          </span>
          <VisuallyHidden>{props.label}</VisuallyHidden>
        </span>
      </button>
      {last !== null && last.news2 !== null && (
        <span className={classes.last}>
          <News2Mark
            score={{ value: last.news2, complete: true, takenAt: last.takenAt }}
            old={now - Date.parse(last.takenAt) > 86_400_000}
          />
          <Time at={last.takenAt} show="clock" />
        </span>
      )}
      {open && (
        <Link
          to={open.kind === 'urgent' ? paths.urgentRequest(open.id) : paths.consult(open.id)}
          className={classes.open}
        >
          <StatusBadge tone={statusTones[open.status] ?? 'action'}>
            {t([`triage.status.${open.status}`, 'triage.status.open'])}
          </StatusBadge>
          <IconChevronRight size={22} aria-hidden />
        </Link>
      )}
    </article>
  );
}
