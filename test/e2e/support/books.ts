import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { TestDatabase } from '../../support/database.ts';
import { rowsOf } from './csv.ts';
import { button } from './press.ts';

/** Closes a quarter on the administration's page and loads the file, with its checksum and the one that is shown. */
export const closeQuarter = async (
  page: Page,
): Promise<{ rows: Record<string, string>[]; checksum: string; shown: string | null }> => {
  await button(page, 'Leistungsnachweis erstellen').click();
  await button(page, /^Nr\. \d+ abschließen$/).click();
  const dialog = page.getByRole('dialog', { name: /Leistungsnachweis Nr\. \d+ ist abgeschlossen/ });
  const shown = await dialog.locator('code').textContent();
  const [download] = await Promise.all([page.waitForEvent('download'), button(dialog, /^CSV laden/).click()]);
  const file = await readFile(await download.path());
  await button(dialog, 'Fertig').click();
  return { rows: rowsOf(file), checksum: createHash('sha256').update(file).digest('hex'), shown };
};

/** Consults of the last three months in which the sides met, by the database. */
export const consultsHeld = async (database: TestDatabase): Promise<number> => {
  const [row] = await database.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM consultation
     WHERE started_at >= date_trunc('month', now() AT TIME ZONE 'Europe/Berlin') - interval '2 months'`,
  );
  return row?.count ?? 0;
};
