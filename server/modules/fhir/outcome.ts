import { type ErrorKind, statusOf } from '../../kernel/errors.ts';
import { toAppError } from '../../kernel/http.ts';

export type OperationOutcome = {
  resourceType: 'OperationOutcome';
  issue: { severity: 'error'; code: string; details: { text: string }; diagnostics?: string }[];
};

// http://hl7.org/fhir/issue-type
const codes: Record<ErrorKind, string> = {
  not_found: 'not-found',
  conflict: 'conflict',
  forbidden: 'forbidden',
  invalid: 'invalid',
  unavailable: 'transient',
  unauthenticated: 'login',
  too_many: 'throttled',
  too_large: 'too-long',
  malformed: 'structure',
};

/** What was wrong, as FHIR clients expect it. `diagnostics` names the parameter or code, never a patient. */
export function outcome(code: string, text: string, diagnostics?: string): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, details: { text }, ...(diagnostics ? { diagnostics } : {}) }],
  };
}

/** A refusal that the FHIR face makes itself. */
export class FhirRefusal extends Error {
  readonly status: number;
  readonly outcome: OperationOutcome;
  constructor(status: number, code: string, text: string, diagnostics?: string) {
    super(text);
    this.status = status;
    this.outcome = outcome(code, text, diagnostics);
  }
}

/** Status and OperationOutcome of whatever was thrown; null for what nobody foresaw. */
export function refusalOf(error: unknown): { status: number; outcome: OperationOutcome } | null {
  if (error instanceof FhirRefusal) return error;
  const known = toAppError(error);
  return known && { status: statusOf[known.kind], outcome: outcome(codes[known.kind], known.code) };
}
