import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow } from '../../../server/modules/records/contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { useNow } from '../../lib/use-now.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Time } from '../../ui/time.tsx';
import { momentOf } from './case-groups.ts';
import classes from './case-list.module.css';
import { caseNumber } from './case-number.ts';

/** One case in the list: who, what about, when. */
export function CaseLink(props: {
  row: CaseRow;
  isChosen: boolean;
  /** On the waiting list, from 1. */
  place: number | null;
}) {
  const { t } = useTranslation();
  const german = useLocale() === 'de';
  const asked = useUser().department !== null;
  const { row } = props;
  const moment = momentOf(row);
  const specialty = german ? row.specialty.nameDe : row.specialty.nameEn;
  const about = asked ? [row.requester.name, row.patient.room] : [specialty, row.practitionerName];
  return (
    <Link
      to={paths.consult(row.id)}
      className={classes.link}
      aria-current={props.isChosen ? 'true' : undefined}
      data-unread={row.group === 'answer_new' || undefined}
      data-ended={row.group === 'ended' || undefined}
    >
      <span className={classes.name}>
        {t('records.row.name', { family: row.patient.familyName, given: row.patient.givenName })}
      </span>
      <span className={classes.number}>{caseNumber(row.number)}</span>
      <span className={classes.about}>{about.filter(Boolean).join(' · ')}</span>
      <span className={classes.moment}>
        <span>
          {props.place !== null && t('records.row.place', { place: props.place })}
          {t(`records.row.${moment.meaning}`)} <Time at={moment.at} />
        </span>
        <Marks row={row} />
      </span>
    </Link>
  );
}

function Marks({ row }: { row: CaseRow }) {
  const { t } = useTranslation();
  const now = useNow();
  if (row.status === 'in_consultation')
    return <StatusBadge tone="action">{t('records.row.running')}</StatusBadge>;
  if (row.status === 'consulted' && Date.parse(row.answerDueAt) < now) {
    return <StatusBadge tone="attention">{t('records.row.late')}</StatusBadge>;
  }
  if (row.hasDraft) return <StatusBadge tone="attention">{t('records.row.draft')}</StatusBadge>;
  if (row.kind === 'urgent' && (row.status === 'waiting' || row.status === 'accepted')) {
    return <StatusBadge tone="danger">{t('records.row.urgent')}</StatusBadge>;
  }
  if (row.group === 'ended')
    return <StatusBadge tone="neutral">{t(`records.status.${row.status}`)}</StatusBadge>;
  return null;
}
