import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { paths } from '../lib/paths.ts';
import { useUser } from '../lib/session.ts';
import { CrashPage } from './crash-page.tsx';
import { Gate } from './gate.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { type PlaceName, places, placesOf, room } from './places.ts';
import { RolePlace, RoleRoom } from './role-place.tsx';
import { Shell } from './shell.tsx';

const lazily = (load: () => Promise<{ default: ComponentType }>) => async () => ({
  Component: (await load()).default,
});

const placeRoute = (name: PlaceName): RouteObject => ({
  path: `${places[name].path}/*`,
  element: <RolePlace name={name} />,
  children: [{ path: '*', lazy: lazily(places[name].load), errorElement: <CrashPage /> }],
});

export const router = createBrowserRouter([
  {
    element: <Gate />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <div aria-busy="true" />,
    children: [
      {
        path: room.path,
        element: <RoleRoom />,
        children: [{ index: true, lazy: lazily(room.load), errorElement: <CrashPage /> }],
      },
      {
        element: <Shell />,
        children: [
          { path: '/', element: <Home /> },
          { path: paths.signIn, element: <Home /> },
          ...(Object.keys(places) as PlaceName[]).map(placeRoute),
          {
            path: paths.notifications,
            lazy: lazily(() => import('../features/notifications/settings-page.tsx')),
            errorElement: <CrashPage />,
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);

/** Where one works most opens first. */
function Home() {
  const first = placesOf[useUser().role].rail[0];
  return first ? <Navigate to={places[first].path} replace /> : <NotFoundPage />;
}
