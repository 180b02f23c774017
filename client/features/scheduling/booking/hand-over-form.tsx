import { Alert, Radio, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import { handOverBooking, listColleagues } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { ChangeFrame } from './change-frame.tsx';
import { ColleagueCards } from './colleague-cards.tsx';
import { stale } from './stale.ts';
import type { Subject } from './subject.ts';
import { useChange } from './use-change.ts';
import { useMovedNotice } from './use-moved-notice.ts';
import { useWhen } from './use-when.ts';

type Colleagues = Reply<typeof listColleagues>;

/** The booking stays when it is and gets somebody else: a colleague, or whoever of a pool is free. */
export function HandOverForm(props: { subject: Subject; onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const query = useLoad(listColleagues, { id: props.subject.booking.id }, { keep: false, staleTime: 0 });
  if (!query.isFetchedAfterMount) return <ListSkeleton rows={3} />;
  return (
    <Loaded query={query} rows={3}>
      {(found) =>
        found.people.length + found.pools.length === 0 ? (
          <Text>{t('scheduling.handOver.nobody')}</Text>
        ) : (
          <Choice {...props} found={found} />
        )
      }
    </Loaded>
  );
}

function Choice(props: { subject: Subject; found: Colleagues; onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const when = useWhen();
  const tellMoved = useMovedNotice();
  const { subject, found } = props;
  const { booking } = subject;
  const [to, setTo] = useState(firstOf(found));
  const person = found.people.find(({ id }) => to === `person:${id}`);
  const pool = found.pools.find(({ id }) => to === `pool:${id}`);
  const who = person?.name ?? (pool ? t('scheduling.pools.band', { name: pool.name }) : '');
  const inTheWay = person?.obstacle
    ? [t(`scheduling.handOver.${person.obstacle}`, { name: person.name })]
    : [];
  const change = useChange(inTheWay);
  const send = useSend(handOverBooking, {
    refresh: [...stale, listColleagues],
    onSuccess: (after) => {
      const by = found.people.find(({ id }) => id === after.practitionerId)?.name ?? who;
      const said = t('scheduling.handOver.done', { from: booking.requester.name, who: by });
      tellMoved(subject, after, said);
      props.onDone();
    },
    onError: change.refuse,
  });
  const save = () => {
    if (!change.check()) return;
    send.mutate({
      id: booking.id,
      ...(person ? { practitionerId: person.id } : {}),
      ...(pool ? { poolId: pool.id } : {}),
      sequence: booking.sequence,
      ...change.fields,
    });
  };
  const choose = (value: string) => {
    setTo(value);
    change.forget();
  };
  return (
    <Stack gap="lg">
      <Radio.Group label={t('scheduling.handOver.who')} value={to} onChange={choose}>
        <ColleagueCards found={found} mayOverbook={subject.mayOverbook} />
      </Radio.Group>
      {who !== '' && (
        <ChangeFrame
          subject={subject}
          before={`${when(booking.startAt)} · ${subject.practitionerName}`}
          after={`${when(booking.startAt)} · ${who}`}
          told={[...new Set([booking.requester.name, subject.practitionerName, who])]}
          {...change.frame}
          busy={send.isPending}
          verb={t(change.needsReason ? 'scheduling.handOver.pushIn' : 'scheduling.handOver.verb', { who })}
          onSave={save}
          onBack={props.onBack}
        >
          {person && !person.obstacle && !person.inRoster && (
            <Alert color="blue" icon={<IconInfoCircle aria-hidden />} role="status">
              {t('scheduling.handOver.outsideHint', { name: person.name })}
            </Alert>
          )}
        </ChangeFrame>
      )}
    </Stack>
  );
}

/** Who is free and sits there anyway, with the fewest bookings of the day; else the first pool with somebody free. */
const firstOf = ({ people, pools }: Colleagues): string => {
  const free = people.filter((one) => one.obstacle === null && one.inRoster);
  const [person] = free.toSorted((a, b) => a.bookings - b.bookings);
  const pool = pools.find((one) => one.free > 0);
  if (person) return `person:${person.id}`;
  return pool ? `pool:${pool.id}` : '';
};
