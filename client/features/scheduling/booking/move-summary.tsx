import { Alert, Anchor, Group } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moveBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { dayOf } from '../../../lib/zone.ts';
import { weekOf } from '../calendar/plan-week.ts';
import { ChangeFrame } from './change-frame.tsx';
import { conflictsOf } from './move-check.ts';
import { OfferedTimes } from './offered-times.tsx';
import { stale } from './stale.ts';
import type { Subject } from './subject.ts';
import { chosenFields, type TimeChoice } from './time-choice.ts';
import { useChange } from './use-change.ts';
import { useConflictWords } from './use-conflict-words.ts';
import { useMovedNotice } from './use-moved-notice.ts';
import { useWhen } from './use-when.ts';
import { useWho } from './use-who.ts';

/** What moving would do, for the department: in the way are other bookings, holds, absences and the roster. */
export function MoveSummary(props: {
  subject: Subject;
  choice: TimeChoice;
  /** Where it was let go, when a free time near by was taken for it. */
  dropped?: TimeChoice | undefined;
  onChoose: (choice: TimeChoice) => void;
  onBack: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const when = useWhen();
  const who = useWho()(props.choice);
  const wordsOf = useConflictWords();
  const tellMoved = useMovedNotice();
  const { subject, choice, dropped } = props;
  const { booking } = subject;
  const plan = useLoad(getPlan, weekOf(dayOf(choice.startAt)), { keep: false });
  const now = useNow();
  const to = choice.practitionerId
    ? { practitionerId: choice.practitionerId, startAt: choice.startAt }
    : null;
  const conflicts = plan.data && to ? conflictsOf(plan.data, booking, to, now) : [];
  const isPast = conflicts.some((one) => one.is === 'past');
  const inTheWay = conflicts.filter((one) => one.is !== 'past').map(wordsOf);
  const change = useChange(inTheWay);
  const send = useSend(moveBooking, {
    refresh: stale,
    onSuccess: (moved) => {
      tellMoved(subject, moved);
      props.onDone();
    },
    onError: change.refuse,
  });
  const save = () => {
    if (!change.check()) return;
    send.mutate({
      id: booking.id,
      ...chosenFields(choice),
      sequence: booking.sequence,
      ...change.fields,
    });
  };
  const at = { day: formats.shortDate(choice.startAt), time: formats.time(choice.startAt) };
  const { refusal } = change.frame;
  const verb = change.needsReason
    ? t('scheduling.change.pushIn', { when: t('scheduling.when', at) })
    : choice.startAt === booking.startAt
      ? t('scheduling.handOver.verb', { who })
      : t('scheduling.change.move', { when: t('scheduling.when', at) });
  return (
    <ChangeFrame
      subject={subject}
      before={`${when(booking.startAt)} · ${subject.practitionerName}`}
      after={`${when(choice.startAt)} · ${who}`}
      told={[...new Set([booking.requester.name, subject.practitionerName, who])]}
      {...change.frame}
      busy={send.isPending || plan.isPending}
      forbidden={isPast ? t('scheduling.conflict.past') : null}
      verb={verb}
      onSave={save}
      onBack={props.onBack}
    >
      {dropped && dropped.startAt !== choice.startAt && (
        <Alert color="blue" icon={<IconTargetArrow aria-hidden />} role="status">
          <Group gap="xs">
            {t('scheduling.change.meant', { time: formats.time(dropped.startAt) })}
            <Anchor component="button" type="button" onClick={() => props.onChoose(dropped)}>
              {t('scheduling.change.exactly', { time: formats.time(dropped.startAt) })}
            </Anchor>
          </Group>
        </Alert>
      )}
      {refusal && refusal.nearest.length > 0 && (
        <OfferedTimes times={refusal.nearest} departmentId={subject.departmentId} onChoose={props.onChoose} />
      )}
    </ChangeFrame>
  );
}
