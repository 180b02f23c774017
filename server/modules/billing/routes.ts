import { mount, type Routes } from '../../kernel/http.ts';
import * as contract from './contract.ts';
import { createExport } from './create-export.ts';
import { getExportFile } from './get-export-file.ts';
import { getSums } from './get-sums.ts';
import { listEvents } from './list-events.ts';
import { listExports } from './list-exports.ts';
import { listQuarters } from './list-quarters.ts';
import { previewExport } from './preview-export.ts';

export function billingRoutes(routes: Routes): void {
  mount(routes, contract.listQuarters, listQuarters);
  mount(routes, contract.listEvents, listEvents);
  mount(routes, contract.getSums, getSums);
  mount(routes, contract.previewExport, previewExport);
  mount(routes, contract.createExport, createExport);
  mount(routes, contract.listExports, listExports);
  mount(routes, contract.getExportFile, getExportFile);
}
