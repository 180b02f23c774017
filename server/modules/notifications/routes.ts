import { mount, type Routes } from '../../kernel/http.ts';
import { makeFeed, revokeFeed } from './calendar/keep-feed.ts';
import { serveFeed } from './calendar/serve-feed.ts';
import * as contract from './contract.ts';
import { listNotifications } from './list-notifications.ts';
import { readNotifications } from './read-notifications.ts';
import { getSettings, saveSettings } from './settings.ts';

export function notificationsRoutes(routes: Routes): void {
  mount(routes, contract.listNotifications, listNotifications);
  mount(routes, contract.readNotifications, readNotifications);
  mount(routes, contract.getNotificationSettings, getSettings);
  mount(routes, contract.saveNotificationSettings, saveSettings);
  mount(routes, contract.makeCalendarFeed, makeFeed);
  mount(routes, contract.revokeCalendarFeed, revokeFeed);
  // Calendar programs want headers of their own and no JSON.
  routes.endpoints.push(contract.calendarFeed);
  routes.router.get(contract.calendarFeed.path, serveFeed(routes.deps));
}
