/** "K-000123", as everybody in the network names a case. */
export const caseNumber = (number: number): string => `K-${String(number).padStart(6, '0')}`;
