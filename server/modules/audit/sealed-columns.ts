/** The columns of the log that a seal covers. */
export const sealedColumns = {
  id: true,
  at: true,
  type: true,
  actorAccountId: true,
  actorRole: true,
  actorOrganisationId: true,
  subjectKind: true,
  subjectId: true,
  patientId: true,
  requestId: true,
  payload: true,
} as const;
