import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useUser } from '../lib/session.ts';
import { type Place, type PlaceName, placeAt, places, placesOf } from './places.ts';
import classes from './rail.module.css';

/** The places of the role; above them its one large action, where it has one. */
export function Rail() {
  const { t } = useTranslation();
  const { rail, main } = placesOf[useUser().role];
  const here = placeAt(useLocation().pathname);
  const at: Place | null = here && places[here];
  const current = at?.within ?? here;
  return (
    <nav
      className={classes.rail}
      aria-label={t('shell.navigation')}
      data-count={rail.length + (main ? 1 : 0)}
    >
      {main && <Entry name={main} main current={current === main} />}
      {rail.map((name) => (
        <Entry key={name} name={name} current={current === name} />
      ))}
    </nav>
  );
}

function Entry(props: { name: PlaceName; current: boolean; main?: boolean }) {
  const { t } = useTranslation();
  const place: Place = places[props.name];
  const Sign = place.icon;
  return (
    <Link
      to={place.path}
      className={classes.entry}
      data-main={props.main || undefined}
      data-danger={place.danger}
      {...(props.current && { 'aria-current': 'page' as const })}
    >
      <span className={classes.sign}>
        <Sign size={28} stroke={1.7} aria-hidden />
      </span>
      <span className={classes.label}>{t(place.label)}</span>
    </Link>
  );
}
