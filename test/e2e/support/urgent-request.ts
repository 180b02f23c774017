/** An urgent request as a care home's nurse and a department see it. */
import type { Locator, Page } from 'playwright-core';
import type { TestDatabase } from '../../support/database.ts';
import { demo } from './network.ts';
import { button, field, link } from './press.ts';

/** Somebody whose room is the first, so that the card is in view, and who is in no consult yet. */
export const someResident = async (database: TestDatabase): Promise<string> => {
  const [found] = await database.sql<{ name: string }>(
    `SELECT p.given_name || ' ' || p.family_name AS name FROM patient p
     JOIN account a ON a.organisation_id = p.organisation_id AND a.email = $1
     WHERE NOT EXISTS (SELECT FROM consult_request r WHERE r.patient_id = p.id
       AND r.status IN ('waiting', 'accepted', 'planned', 'in_consultation'))
     ORDER BY p.room, p.id LIMIT 1`,
    [demo('heim.pflege').email],
  );
  if (!found) throw new Error('the care home of the demonstration has nobody to ask for');
  return found.name;
};

/** Asks the cardiology for somebody who is short of breath, without values, from the page of residents on. */
export const askCardiology = async (page: Page, name: string, note: string): Promise<void> => {
  await link(page, /Dringende Videosprechstunde/).tap();
  await button(page, new RegExp(name)).tap();
  await button(page, 'Atemnot').tap();
  await field(page, 'In einem Satz').fill(note);
  await button(page, 'Weiter zu den Werten').tap();
  await button(page, 'Weiter zum Prüfen').tap();
  await button(page, /^Kardiologie/).tap();
  await button(page, /^Die Person selbst/).tap();
  await button(page, 'Anfrage senden').tap();
};

/** The deadlines of whatever rings pass now: the server finds so when it next looks. */
export const passDeadline = async (database: TestDatabase): Promise<void> => {
  await database.sql('UPDATE urgent_request SET step_due_at = now() WHERE step IS NOT NULL');
};

/** Somebody's row in the department's queue. */
export const queueCard = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Warteschlange' }).getByRole('article', { name });
