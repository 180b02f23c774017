import { Stack } from '@mantine/core';
import { IconHourglassOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { findFreeTimes, nextFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import {
  listWaiting,
  placeWaiting,
  type WaitingEntry,
  waitingChanged,
} from '../../../../server/modules/scheduling/waiting-contract.ts';
import { paths } from '../../../lib/paths.ts';
import { keyOf, useLoad, useSend } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { chosenTime } from '../find/offer.ts';
import { TimeChoice } from '../find/time-choice.tsx';
import { BookHeld } from '../hold/book-held.tsx';
import classes from '../hold/held-time.module.css';
import { HoldDock } from '../hold/hold-dock.tsx';
import { refusedTime } from '../hold/refused-time.ts';
import { usePageHold } from '../hold/use-page-hold.ts';
import { ChangeWish } from './change-wish.tsx';

/** An own entry of the waiting list: change its wish, or take a free time after all. */
export function WaitingPage(props: { requestId: string }) {
  const { t } = useTranslation();
  const input = { requestId: props.requestId };
  const query = useLoad(listWaiting, input);
  useLive(waitingChanged, [keyOf(listWaiting)]);
  return (
    <Loaded query={query}>
      {({ entries: [entry] }) => (
        <>
          <PageHeader title={t('requests.waiting.page')} back={paths.consult(props.requestId)} />
          {entry ? (
            <Entry entry={entry} />
          ) : (
            <EmptyState
              icon={IconHourglassOff}
              title={t('requests.waiting.over')}
              hint={t('requests.waiting.overHint')}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function Entry({ entry }: { entry: WaitingEntry }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const held = usePageHold(`waiting.${entry.id}`);
  const place = useSend(placeWaiting, {
    refresh: [listWaiting, findFreeTimes, nextFreeTimes],
    onSuccess: ({ requestId }) => {
      held.settle();
      held.giveUp();
      void navigate(paths.consult(requestId));
    },
    onError: (error) => {
      if (refusedTime(error)) held.giveUp();
    },
  });
  const whom = {
    specialtyCode: entry.specialtyCode,
    departmentId: entry.department?.id ?? null,
    poolId: null,
    practitionerId: entry.practitioner?.id ?? null,
  };
  const { hold } = held;
  const [only, ...more] = entry.wish.partsOfDay;

  return (
    <Stack gap="lg">
      <ChangeWish key={entry.id} entry={entry} />
      <TimeChoice
        title={t('requests.waiting.chooseTime')}
        whom={whom}
        held={held}
        begin={{ day: entry.wish.fromDay, part: more.length === 0 ? (only ?? null) : null }}
      />
      <div className={classes.bar}>
        <HoldDock held={held} whom={whom} refused={refusedTime(place.error)} />
        {place.isError && !refusedTime(place.error) && <ErrorState error={place.error} />}
        {hold && (
          <BookHeld
            hold={hold}
            label={t('requests.waiting.book')}
            busy={place.isPending}
            onBook={() => place.mutate({ id: entry.id, holdId: hold.id, ...chosenTime(hold) })}
          />
        )}
      </div>
    </Stack>
  );
}
