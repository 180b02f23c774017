import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';

/**
 * CSV as a German spreadsheet opens it by a double click: UTF-8 with BOM, semicolons, CRLF. A cell that a spreadsheet
 * would run as a formula (leading = + - @ tab) is disarmed by an apostrophe (OWASP, CSV Injection).
 */
export function exportFile(headers: readonly string[], lines: readonly string[][]): Uint8Array<ArrayBuffer> {
  const text = stringify([[...headers], ...lines], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
  });
  return new TextEncoder().encode(text);
}

/** SHA-256 of the file's bytes, hex. */
export const checksumOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');
