import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { useFormats } from '../../lib/format.ts';
import classes from './evaluation-page.module.css';
import { told } from './told.ts';

/** Requests by county, largest first. The number stands beside its bar, so that nothing hangs on its length. */
export function CountyBars(props: { counties: { ags: string; name: string; figures: Figures }[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const most = Math.max(1, ...props.counties.map(({ figures }) => figures.requests ?? 0));
  return (
    <ul className={classes.bars}>
      {props.counties.map(({ ags, name, figures }) => (
        <li key={ags} className={classes.bar}>
          <span>{name}</span>
          <span className={classes.track} aria-hidden>
            <span
              className={classes.fill}
              style={{ display: 'block', width: `${(100 * (figures.requests ?? 0)) / most}%` }}
            />
          </span>
          <span className={classes.count}>{told('requests', figures, formats, t)}</span>
        </li>
      ))}
    </ul>
  );
}
