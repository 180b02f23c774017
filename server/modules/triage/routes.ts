import { mount, type Routes } from '../../kernel/http.ts';
import { addVitalSigns } from './add-vital-signs.ts';
import { claimUrgentRequest } from './claim-urgent-request.ts';
import * as contract from './contract.ts';
import { getBoard } from './get-board.ts';
import { handBackUrgentRequest } from './hand-back-urgent-request.ts';
import { changeOnCallShift, createOnCallShift, removeOnCall } from './keep-on-call.ts';
import { declineUrgentRequest, postponeUrgentRequest } from './ladder/answer-ring.ts';
import * as ladder from './ladder-contract.ts';
import { listOnCall } from './list-on-call.ts';
import { listQueue } from './list-queue.ts';
import * as onCall from './on-call-contract.ts';
import { getOwnDay } from './own-day.ts';
import { passUrgentRequest } from './pass-urgent-request.ts';
import * as queue from './queue-contract.ts';
import { raiseUrgentRequest } from './raise-urgent-request.ts';
import { getUrgentOptions } from './urgent-options.ts';
import { viewUrgentRequest } from './view-urgent-request.ts';
import { withdrawUrgentRequest } from './withdraw-urgent-request.ts';

export function triageRoutes(routes: Routes): void {
  mount(routes, contract.getUrgentOptions, getUrgentOptions);
  mount(routes, queue.listQueue, listQueue);
  mount(routes, queue.getBoard, getBoard);
  mount(routes, contract.raiseUrgentRequest, raiseUrgentRequest);
  mount(routes, contract.getUrgentRequest, viewUrgentRequest);
  mount(routes, contract.addVitalSigns, addVitalSigns);
  mount(routes, contract.withdrawUrgentRequest, withdrawUrgentRequest);
  mount(routes, queue.claimUrgentRequest, claimUrgentRequest);
  mount(routes, queue.handBackUrgentRequest, handBackUrgentRequest);
  mount(routes, queue.passUrgentRequest, passUrgentRequest);
  mount(routes, ladder.declineUrgentRequest, declineUrgentRequest);
  mount(routes, ladder.postponeUrgentRequest, postponeUrgentRequest);
  mount(routes, queue.getOwnDay, getOwnDay);
  mount(routes, onCall.listOnCall, listOnCall);
  mount(routes, onCall.createOnCallShift, createOnCallShift);
  mount(routes, onCall.changeOnCallShift, changeOnCallShift);
  mount(routes, onCall.removeOnCallShift, removeOnCall);
}
