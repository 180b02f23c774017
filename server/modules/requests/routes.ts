import { mount, type Routes } from '../../kernel/http.ts';
import * as contract from './contract.ts';
import { findIcd } from './find-icd.ts';
import { viewRequest } from './view-request.ts';

export function requestsRoutes(routes: Routes): void {
  mount(routes, contract.getRequest, viewRequest);
  mount(routes, contract.searchIcd, findIcd);
}
