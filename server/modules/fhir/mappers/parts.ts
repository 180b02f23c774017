import { system } from '../systems.ts';
import type {
  Address,
  CodeableConcept,
  Coding,
  ContactPoint,
  HumanName,
  Identifier,
  Reference,
  ResourceType,
} from '../types.ts';

export const concept = (coding: Coding, text?: string): CodeableConcept => ({
  coding: [coding],
  ...(text === undefined ? {} : { text }),
});

export const reference = (type: ResourceType, id: string, display?: string): Reference => ({
  reference: `${type}/${id}`,
  type,
  ...(display ? { display } : {}),
});

/** Identifier with its type of HL7 table 0203 (`MR`, `VN`, `LANR`, …). */
export const identifier = (type: string, system_: string, value: string): Identifier => ({
  type: concept({ system: system.identifierType, code: type }),
  system: system_,
  value,
});

export const workPhone = (value: string): ContactPoint => ({ system: 'phone', value, use: 'work' });

export function humanName(of: { title?: string; givenName: string; familyName: string }): HumanName {
  const prefix = of.title?.trim() ? [of.title.trim()] : undefined;
  return {
    use: 'official',
    text: [of.title?.trim(), of.givenName, of.familyName].filter(Boolean).join(' '),
    family: of.familyName,
    given: of.givenName.split(/\s+/),
    ...(prefix ? { prefix } : {}),
  };
}

/** A street address, or nothing when a part of it is unknown: the German profile wants it whole. */
export function address(of: {
  street: string | null;
  postalCode: string | null;
  city: string | null;
}): Address[] | undefined {
  if (!of.street || !of.postalCode || !of.city) return undefined;
  return [{ type: 'both', line: [of.street], city: of.city, postalCode: of.postalCode, country: 'DE' }];
}

/** Calendar day of a date column. */
export const day = (of: Date): string => of.toISOString().slice(0, 10);

/** XHTML of plain text: paragraphs by empty lines, nothing interpreted. */
export function narrative(text: string): { status: 'additional'; div: string } {
  const escaped = text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
  const paragraphs = escaped.split(/\n{2,}/).map((one) => `<p>${one.replaceAll('\n', '<br/>')}</p>`);
  return {
    status: 'additional',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs.join('')}</div>`,
  };
}
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
