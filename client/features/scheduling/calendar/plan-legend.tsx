import { IconAlertTriangle, IconHourglassHigh, IconStackPush } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Look, lookIcons, lookOf, looks } from '../../../ui/booking-look.ts';
import pieces from './pieces.module.css';
import classes from './plan-legend.module.css';
import type { Piece } from './plan-pieces.ts';

const grounds = ['video', 'urgent_reserve', 'absence', 'holiday'] as const;

/** What the grounds, colours and signs mean; those that are rare only while one is shown. */
export function PlanLegend(props: { pieces: readonly Piece[]; now: number }) {
  const { t } = useTranslation();
  const bookings = props.pieces.flatMap(({ booking }) => booking ?? []);
  const shown = new Set<Look>(['booked', ...bookings.map((booking) => lookOf(booking, props.now))]);
  const has = (rule: (piece: Piece) => boolean) => props.pieces.some(rule);
  return (
    <ul className={classes.legend} aria-label={t('scheduling.legend.label')}>
      {grounds.map((kind) => (
        <Entry key={kind} word={t(`scheduling.legend.${kind}`)} data={{ 'data-kind': kind }} />
      ))}
      {has(({ pool }) => pool !== undefined) && (
        <Entry word={t('scheduling.legend.pool')} data={{ 'data-kind': 'video', 'data-pool': true }} />
      )}
      {looks
        .filter((look) => shown.has(look))
        .map((look) => {
          const Sign = lookIcons[look];
          const data = { 'data-kind': 'booking', 'data-look': look };
          return (
            <Entry key={look} word={t(`ui.booking.look.${look}`)} data={data} sign={<Sign size={16} />} />
          );
        })}
      {has(({ booking }) => typeof booking?.overbooked === 'string') && (
        <Entry
          word={t('ui.booking.overbooked')}
          data={{ 'data-kind': 'booking', 'data-overbooked': true }}
          sign={<IconStackPush size={16} />}
        />
      )}
      {has(({ kind }) => kind === 'hold') && (
        <Entry
          word={t('scheduling.legend.hold')}
          data={{ 'data-kind': 'hold' }}
          sign={<IconHourglassHigh size={16} />}
        />
      )}
      {has(({ stray }) => stray === true) && (
        <Entry
          word={t('scheduling.legend.stray')}
          data={{ 'data-kind': 'booking', 'data-stray': true }}
          sign={<IconAlertTriangle size={16} />}
        />
      )}
    </ul>
  );
}

function Entry(props: { word: string; data: Record<`data-${string}`, string | true>; sign?: ReactNode }) {
  return (
    <li>
      <span className={classes.sample} aria-hidden>
        <span className={pieces.piece} {...props.data}>
          {props.sign !== undefined && <span className={classes.sign}>{props.sign}</span>}
        </span>
      </span>
      {props.word}
    </li>
  );
}
