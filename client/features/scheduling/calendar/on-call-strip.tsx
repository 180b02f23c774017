import { UnstyledButton } from '@mantine/core';
import { IconPhoneCall, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OnCallShift } from '../../../../server/modules/triage/on-call-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Panel } from '../../../ui/panel.tsx';
import { type Level, type OnCallPart, onCallParts } from './on-call-parts.ts';
import classes from './on-call-strip.module.css';
import { at } from './plan-week.ts';

const levels: readonly Level[] = ['primary', 'deputy'];

/** Who is on call through the days shown, all 24 hours of them; amber where nobody is. */
export function OnCallStrip(props: {
  shifts: readonly OnCallShift[];
  from: string;
  until: string;
  days: readonly string[];
  mayChange: boolean;
  onPart: (level: Level, part: OnCallPart) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const span = { startAt: at(props.from, '00:00'), endAt: at(props.until, '00:00') };
  return (
    <Panel title={t('scheduling.onCall.title')} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, which the keyboard must be able to do. */}
      <section className={classes.scroll} aria-label={t('scheduling.onCall.title')} tabIndex={0}>
        <div className={classes.strip}>
          <div className={classes.days} aria-hidden>
            {props.days.map((day) => (
              <span key={day}>{formats.shortDate(`${day}T12:00:00Z`)}</span>
            ))}
          </div>
          {levels.map((level) => (
            <div key={level} className={classes.level}>
              <span className={classes.name}>
                <IconPhoneCall size={20} aria-hidden />
                {t(`scheduling.onCall.${level}`)}
              </span>
              <div className={classes.line}>
                {onCallParts(props.shifts, level, span).map((part) => (
                  <Part
                    key={part.startAt}
                    part={part}
                    level={level}
                    mayChange={props.mayChange}
                    onPress={() => props.onPart(level, part)}
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
      </section>
    </Panel>
  );
}

function Part(props: { part: OnCallPart; level: Level; mayChange: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { part } = props;
  const isOver = Date.parse(part.endAt) <= now;
  const name = part.shift?.practitioner.name ?? t('scheduling.nobody');
  const told = t('scheduling.onCall.part', {
    level: t(`scheduling.onCall.${props.level}`),
    name,
    from: formats.dateTime(part.startAt),
    until: formats.dateTime(part.endAt),
  });
  const look = {
    className: classes.part,
    'data-tone': part.shift ? 'action' : isOver ? 'neutral' : 'attention',
    'data-over': isOver || undefined,
    style: { left: `${part.left * 100}%`, width: `${part.width * 100}%` },
    title: told,
  };
  const content = (
    <>
      {!part.shift && <IconUserOff size={18} aria-hidden />}
      <span>{shortName(name)}</span>
    </>
  );
  // What is over is history and is not rewritten.
  if (!props.mayChange || isOver) return <span {...look}>{content}</span>;
  return (
    <UnstyledButton {...look} aria-label={told} onClick={props.onPress}>
      {content}
    </UnstyledButton>
  );
}

/** Titles and given names stand in the tooltip: a day is narrow. */
const shortName = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !word.endsWith('.'))
    .slice(-1)
    .join(' ');
