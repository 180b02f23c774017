export { fhirPath, fhirRouter } from './router.ts';
