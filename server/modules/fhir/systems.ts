/**
 * Identifier and code systems. Sources: HL7 Deutschland basisprofil-de-r4 1.5, KBV basis profiles, gematik ISiK
 * Stufe 4. The retired `http://fhir.de/NamingSystem/kbv/lanr|bsnr` are never written.
 */
export const system = {
  kvnr: 'http://fhir.de/sid/gkv/kvid-10',
  kvnrPrivate: 'http://fhir.de/sid/pkv/kvid-10',
  lanr: 'https://fhir.kbv.de/NamingSystem/KBV_NS_Base_ANR',
  bsnr: 'https://fhir.kbv.de/NamingSystem/KBV_NS_Base_BSNR',
  ik: 'http://fhir.de/sid/arge-ik/iknr',
  icd10gm: 'http://fhir.de/CodeSystem/bfarm/icd-10-gm',
  certainty: 'https://fhir.kbv.de/CodeSystem/KBV_CS_SFHIR_ICD_DIAGNOSESICHERHEIT',
  side: 'https://fhir.kbv.de/CodeSystem/KBV_CS_SFHIR_ICD_SEITENLOKALISATION',
  specialty: 'http://ihe-d.de/CodeSystems/AerztlicheFachrichtungen',
  identifierTypeDe: 'http://fhir.de/CodeSystem/identifier-type-de-basis',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  genderDe: 'http://fhir.de/CodeSystem/gender-amtlich-de',
  contactLevel: 'http://fhir.de/CodeSystem/Kontaktebene',
  diagnosisUse: 'http://fhir.de/CodeSystem/KontaktDiagnoseProzedur',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  actPriority: 'http://terminology.hl7.org/CodeSystem/v3-ActPriority',
  participationType: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  organizationType: 'http://terminology.hl7.org/CodeSystem/organization-type',
  cancelationReason: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  conditionVerification: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  ucum: 'http://unitsofmeasure.org',
} as const;

export const extension = {
  certainty: 'http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit',
  side: 'http://fhir.de/StructureDefinition/seitenlokalisation',
  genderDe: 'http://fhir.de/StructureDefinition/gender-amtlich-de',
  plannedStart: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedStartDate',
  plannedEnd: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate',
} as const;

const isik = (name: string) => `https://gematik.de/fhir/isik/StructureDefinition/${name}`;
/** gematik ISiK Stufe 4. Named in `meta.profile` only by a mapper that fills what the profile demands. */
export const profile = {
  patient: isik('ISiKPatient'),
  practitioner: isik('ISiKPersonImGesundheitsberuf'),
  organization: isik('ISiKOrganisation'),
  department: isik('ISiKOrganisationFachabteilung'),
  healthcareService: isik('ISiKMedizinischeBehandlungseinheit'),
  encounter: isik('ISiKKontaktGesundheitseinrichtung'),
  appointment: isik('ISiKTermin'),
  condition: isik('ISiKDiagnose'),
  bloodPressure: 'http://hl7.org/fhir/StructureDefinition/bp',
  vitalSign: 'http://hl7.org/fhir/StructureDefinition/vitalsigns',
} as const;
