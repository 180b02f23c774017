import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { FreeTime, nextFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { Time } from '../../../ui/time.tsx';

/** "Di., 24.11. 09:40 · Warteliste 4", on a card. */
export function NextTime(props: { next: FreeTime | null; waiting?: number; people?: number }) {
  const { t } = useTranslation();
  const { next, waiting = 0, people = 1 } = props;
  return (
    <>
      {next ? <Time at={next.startAt} show="clock" /> : t('requests.who.nothingFree')}
      {people > 1 && ` · ${t('requests.time.several', { count: people })}`}
      {waiting > 0 && ` · ${t('requests.who.waiting', { count: waiting })}`}
    </>
  );
}

/** A specialty on its card: next free time, who waits, and the one house, or how many departments there are. */
export function AtAGlance(props: {
  next: FreeTime | null;
  departments: Reply<typeof nextFreeTimes>['specialties'][number]['departments'];
}) {
  const { t } = useTranslation();
  const { departments } = props;
  const waiting = departments.reduce((sum, one) => sum + one.waiting, 0);
  return (
    <>
      <NextTime next={props.next} waiting={waiting} />
      <br />
      {departments.length === 1
        ? departments[0]?.organisation.name
        : t('requests.who.departments', { count: departments.length })}
    </>
  );
}
