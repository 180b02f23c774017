const ipv4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
/** At least three groups, so that "::" alone and words with one colon stay. */
const ipv6 = /(?<!\w)(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?!\w)/gi;

/** A log line without network addresses: they belong to people. */
export const withoutAddresses = (text: string): string => text.replace(ipv4, '*').replace(ipv6, '*');
