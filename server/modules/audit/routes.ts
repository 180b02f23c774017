import { mount, type Routes } from '../../kernel/http.ts';
import { checkIntegrity } from './check-integrity.ts';
import * as contract from './contract.ts';
import { exportEvents } from './export-events.ts';
import { listEvents } from './list-events.ts';
import { listAuditPeople } from './list-people.ts';
import { getPatientHistory } from './patient-history.ts';

export function auditRoutes(routes: Routes): void {
  mount(routes, contract.listEvents, listEvents);
  mount(routes, contract.exportEvents, exportEvents);
  mount(routes, contract.getPatientHistory, getPatientHistory);
  mount(routes, contract.listAuditPeople, listAuditPeople);
  mount(routes, contract.checkIntegrity, checkIntegrity);
}
