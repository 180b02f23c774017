import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { EventState, Sum } from '../../../server/modules/billing/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import classes from './billing.module.css';
import { stateNames, states } from './states.ts';

/** How much stands where; each number is a filter of the list, a second press takes it back. */
export function StateTiles(props: {
  totals: Record<EventState, Sum> | null;
  chosen: EventState | null;
  onChoose: (state: EventState | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  // Two tiles side by side on a phone leave no room for the i: what the chosen one means then stands below.
  const onPhone = useMediaQuery('(max-width: 599px)') ?? false;
  return (
    <>
      <div className={classes.tiles}>
        {stateNames.map((name) => {
          const { events, cents } = props.totals?.[name] ?? { events: null, cents: 0 };
          return (
            <StatTile
              key={name}
              label={t(`billing.state.${name}.label`)}
              value={events === null ? '–' : formats.number(events)}
              icon={states[name].icon}
              tone={states[name].tone}
              {...(onPhone ? {} : { definition: t(`billing.state.${name}.definition`) })}
              hint={t(`billing.state.${name}.hint`, { sum: formats.money(cents) })}
              selected={props.chosen === name}
              onClick={() => props.onChoose(props.chosen === name ? null : name)}
            />
          );
        })}
      </div>
      {onPhone && props.chosen && <Text mb="md">{t(`billing.state.${props.chosen}.definition`)}</Text>}
    </>
  );
}
