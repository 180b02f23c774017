export { checkDiagnoses } from './check-diagnoses.ts';
export { Diagnosis } from './contract.ts';
export { createRequest, type NewRequest } from './create-request.ts';
export { lockRequest, moveRequest, type RequestPatch } from './move-request.ts';
export { namesOf } from './people.ts';
export { type Side, sideOf } from './policy.ts';
export { diagnosesOf, physicianName, presentRequest, type RequestRow, withSides } from './present.ts';
export { isOver, nextStatus, openStatuses } from './status.ts';
export { describeRequest, requestForActor } from './view-request.ts';
