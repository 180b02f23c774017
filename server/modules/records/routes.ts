import { mount, type Routes } from '../../kernel/http.ts';
import { amendReport } from './amend-report.ts';
import * as contract from './contract.ts';
import { discardDraft } from './discard-draft.ts';
import { finaliseReport } from './finalise-report.ts';
import { listCases } from './list-cases.ts';
import { saveDraft } from './save-draft.ts';
import { viewCase } from './view-case.ts';
import { viewReport } from './view-report.ts';

export function recordsRoutes(routes: Routes): void {
  mount(routes, contract.listCases, listCases);
  mount(routes, contract.getCase, viewCase);
  mount(routes, contract.getReport, viewReport);
  mount(routes, contract.saveDraft, saveDraft);
  mount(routes, contract.discardDraft, discardDraft);
  mount(routes, contract.finaliseReport, finaliseReport);
  mount(routes, contract.amendReport, amendReport);
}
