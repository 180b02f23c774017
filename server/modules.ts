import type { Routes } from './kernel/http.ts';
import type { Line, Live } from './kernel/socket.ts';
import { auditRoutes } from './modules/audit/routes.ts';
import { billingLive } from './modules/billing/live.ts';
import { billingRoutes } from './modules/billing/routes.ts';
import type { Media } from './modules/consultation/index.ts';
import { consultationLive } from './modules/consultation/live.ts';
import { consultationRoutes } from './modules/consultation/routes.ts';
import { consultationSockets } from './modules/consultation/sockets.ts';
import { directoryLive } from './modules/directory/live.ts';
import { directoryRoutes } from './modules/directory/routes.ts';
import { evaluationRoutes } from './modules/evaluation/routes.ts';
import { fhirPath, fhirRouter } from './modules/fhir/index.ts';
import { identityRoutes } from './modules/identity/routes.ts';
import { notificationsLive } from './modules/notifications/live.ts';
import { notificationsRoutes } from './modules/notifications/routes.ts';
import { patientsRoutes } from './modules/patients/routes.ts';
import { recordsLive } from './modules/records/live.ts';
import { recordsRoutes } from './modules/records/routes.ts';
import { requestsLive } from './modules/requests/live.ts';
import { requestsRoutes } from './modules/requests/routes.ts';
import { schedulingLive } from './modules/scheduling/live.ts';
import { schedulingRoutes } from './modules/scheduling/routes.ts';
import { triageLive } from './modules/triage/live.ts';
import { triageRoutes } from './modules/triage/routes.ts';

/** What some modules need beyond `Deps`. */
export type Parts = { media: Media };

/** Every module's HTTP endpoints, in module order. */
export function mountModules(routes: Routes, { media }: Parts): void {
  identityRoutes(routes);
  directoryRoutes(routes);
  patientsRoutes(routes);
  requestsRoutes(routes);
  schedulingRoutes(routes);
  triageRoutes(routes);
  consultationRoutes(routes, media);
  recordsRoutes(routes);
  routes.router.use(fhirPath, fhirRouter(routes.deps));
  billingRoutes(routes);
  evaluationRoutes(routes);
  notificationsRoutes(routes);
  auditRoutes(routes);
}

/** Every module's socket messages, mounted on each open window. */
export function mountSockets(line: Line, { media }: Parts): void {
  consultationSockets(line, media);
}

/** What open windows hear of which events. */
export const live: readonly Live[] = [
  ...directoryLive,
  ...requestsLive,
  ...schedulingLive,
  ...triageLive,
  ...consultationLive,
  ...recordsLive,
  ...billingLive,
  ...notificationsLive,
];
