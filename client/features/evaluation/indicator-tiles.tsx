import { Sparkline } from '@mantine/charts';
import {
  IconAmbulance,
  IconCalendarX,
  IconClock,
  IconFileCheck,
  IconPlugConnectedX,
  IconTargetArrow,
  IconThumbUp,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import classes from './evaluation-page.module.css';
import { indicators, told } from './told.ts';

const icons = {
  consultations: IconVideo,
  secondsToDoctor: IconClock,
  withinTarget: IconTargetArrow,
  answeredInTime: IconFileCheck,
  stayed: IconAmbulance,
  fellThrough: IconCalendarX,
  troubled: IconPlugConnectedX,
  satisfied: IconThumbUp,
};

/** The numbers, each with its definition and its course over the months. */
export function IndicatorTiles(props: { total: Figures; months: { month: string; figures: Figures }[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes.tiles}>
      {indicators.map((name) => {
        const course = props.months.map(({ figures }) => figures[name]).filter((value) => value !== null);
        return (
          <StatTile
            key={name}
            label={t(`evaluation.indicator.${name}.label`)}
            value={told(name, props.total, formats, t)}
            icon={icons[name]}
            definition={t(`evaluation.indicator.${name}.definition`)}
            hint={t(`evaluation.indicator.${name}.hint`)}
          >
            {course.length > 1 && (
              // A picture of the numbers: the chart would be a stop of the keyboard with nothing to do.
              <div className={classes.line} aria-hidden inert>
                <Sparkline h={48} data={course} color="blue" curveType="monotone" fillOpacity={0.25} />
              </div>
            )}
          </StatTile>
        );
      })}
    </div>
  );
}
