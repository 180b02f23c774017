import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { RingWatch } from '../features/triage/ring-watch.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { placeAt } from './places.ts';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';

/** Header, rail of places and the page; on narrow screens the rail is a bar at the bottom. */
export function Shell() {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const place = placeAt(useLocation().pathname);
  const shown = useRef(place);
  useEffect(() => {
    // A new place starts at its beginning for the keyboard and the screen reader too.
    if (shown.current !== null && shown.current !== place) main.current?.focus({ preventScroll: true });
    shown.current = place;
  }, [place]);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <TopBar />
      <Rail />
      <div className={classes.page}>
        <RingWatch />
        <ConnectionBar />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Suspense fallback={<ListSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}
