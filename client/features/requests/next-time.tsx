import { useTranslation } from 'react-i18next';
import type { FreeTime } from '../../../server/modules/scheduling/contract.ts';
import { Time } from '../../ui/time.tsx';

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
