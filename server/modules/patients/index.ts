export { sendAttachments, sweepAttachments } from './attachments/keep-attachments.ts';
export { type PatientRow, presentPatient, presentPatientBanner, withKeeper } from './present.ts';
export { recordConsent } from './record-consent.ts';
export { recordPatientsSeen } from './record-patients-seen.ts';
export { searchTerms } from './search-terms.ts';
export { takeUpPatient } from './take-up-patient.ts';
export { keptPatient, patientForActor } from './view-patient.ts';
