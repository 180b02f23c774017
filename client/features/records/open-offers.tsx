import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow } from '../../../server/modules/records/contract.ts';
import type { WaitingEntry } from '../../../server/modules/scheduling/waiting-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { Time } from '../../ui/time.tsx';
import classes from './case-list.module.css';
import { caseNumber } from './case-number.ts';

/** Times that are offered to cases on the waiting list, above all others: they wait for an answer, and not for long. */
export function OpenOffers(props: {
  entries: readonly WaitingEntry[];
  rows: readonly CaseRow[];
  chosen: string | null;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const offered = props.entries.filter((one) => one.offer !== null);
  if (offered.length === 0) return null;
  return (
    <section className={classes.offers} aria-label={t('records.offer.open', { count: offered.length })}>
      <h2 className={classes.heading} data-tone="action">
        {t('records.offer.open', { count: offered.length })}
      </h2>
      <ul>
        {offered.map(({ requestId, requestNumber, offer }) => {
          const row = props.rows.find((one) => one.id === requestId);
          const { familyName: family, givenName: given } = row?.patient ?? { familyName: '', givenName: '' };
          return (
            <li key={requestId}>
              <Link
                to={paths.consult(requestId)}
                className={classes.link}
                aria-current={requestId === props.chosen ? 'true' : undefined}
              >
                <span className={classes.name}>
                  {row ? t('records.row.name', { family, given }) : caseNumber(requestNumber)}
                </span>
                <span className={classes.number}>{row && caseNumber(requestNumber)}</span>
                {offer && (
                  <span className={classes.about}>
                    {t('records.offer.row', {
                      day: formats.shortDate(offer.startAt),
                      time: formats.time(offer.startAt),
                    })}{' '}
                    <Time at={offer.expiresAt} show="distance" />
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
