import { Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { lookIcons, lookOf } from '../../../ui/booking-look.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useBookingWords } from '../../../ui/use-booking-words.ts';
import { mayOpen } from '../plan-target.ts';
import classes from './plan-list.module.css';
import type { Piece, Plan } from './plan-pieces.ts';
import { usePieceTitle } from './use-piece-title.ts';

/** The same week as words, day by day: for narrow screens, the keyboard and the ear. */
export function PlanList(props: {
  plan: Plan;
  pieces: readonly Piece[];
  people: Plan['people'];
  days: readonly string[];
  onPiece: (piece: Piece) => void;
}) {
  const formats = useFormats();
  return (
    <div className={classes.list}>
      {props.days.map((day) => (
        <section key={day} className={classes.day}>
          <Title order={2} size="h3">
            {formats.longDate(`${day}T12:00:00Z`)}
          </Title>
          <Day {...props} day={day} />
        </section>
      ))}
    </div>
  );
}

function Day(props: Parameters<typeof PlanList>[0] & { day: string }) {
  const { t } = useTranslation();
  const titleOf = usePieceTitle(props.plan);
  const here = props.pieces.filter(({ day }) => day === props.day);
  const holiday = here.find(({ kind }) => kind === 'holiday');
  const rows = props.people
    .map((person) => ({
      person,
      pieces: here.filter((one) => one.personId === person.id && one.kind !== 'holiday'),
    }))
    .filter(({ pieces }) => pieces.length > 0);
  return (
    <>
      {holiday && <StatusBadge tone="neutral">{titleOf(holiday)}</StatusBadge>}
      {rows.length === 0 && !holiday && (
        <StatusBadge tone="attention" icon={IconUserOff}>
          {t('scheduling.nobody')}
        </StatusBadge>
      )}
      {rows.map(({ person, pieces }) => (
        <div key={person.id}>
          <Text fw={600}>{person.name}</Text>
          <ul className={classes.pieces}>
            {[...pieces].sort(byTime).map((piece) => (
              <li key={piece.id}>
                <Line piece={piece} title={titleOf(piece)} {...props} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

const byTime = (a: Piece, b: Piece) =>
  a.from.localeCompare(b.from) || Number(a.kind === 'booking') - Number(b.kind === 'booking');

function Line(props: { piece: Piece; title: string; plan: Plan; onPiece: (piece: Piece) => void }) {
  const { t } = useTranslation();
  const now = useNow('second');
  const { piece } = props;
  if (piece.hold && Date.parse(piece.hold.heldUntil) <= now) return null;
  const open = piece.kind === 'booking' || (piece.kind !== 'hold' && mayOpen(props.plan, piece));
  const look = piece.booking && lookOf(piece.booking, now);
  const isStray = piece.stray === true && look === 'booked';
  const content = (
    <>
      <span
        className={classes.mark}
        data-kind={piece.kind}
        data-pool={piece.pool !== undefined || undefined}
        data-look={look}
        data-stray={isStray || undefined}
        aria-hidden
      />
      <span className={classes.times}>{`${piece.from}–${piece.until}`}</span>
      <span className={classes.title}>
        {props.title}
        {piece.booking && <BookingWords booking={piece.booking} />}
        {isStray && <span className={classes.stray}>{t('scheduling.legend.stray')}</span>}
      </span>
      {open && <IconChevronRight size={20} aria-hidden className={classes.arrow} />}
    </>
  );
  if (!open) return <div className={classes.line}>{content}</div>;
  return (
    <UnstyledButton className={classes.line} onClick={() => props.onPiece(piece)}>
      {content}
    </UnstyledButton>
  );
}

function BookingWords(props: { booking: CalendarBooking }) {
  const words = useBookingWords()(props.booking);
  const Sign = lookIcons[lookOf(props.booking, useNow())];
  return (
    <span className={classes.marks}>
      <Sign size={18} aria-hidden />
      <span>{words.join(' · ')}</span>
    </span>
  );
}
