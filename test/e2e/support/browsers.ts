import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, paintsDocs } from '../../support/browser.ts';
import { drawFilm, looks } from '../../support/film.ts';

export type Browsers = {
  all: readonly Browser[];
  /** In which a person of this e-mail address has the window. */
  of: (email: string) => Browser;
  close: () => Promise<void>;
};

/** One browser for all; for the pictures of the documentation two, since a browser shows one and the same camera. */
export const openBrowsers = async (): Promise<Browsers> => {
  const first = await openBrowser();
  if (!paintsDocs) return { all: [first], of: () => first, close: () => first.close() };
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-film-'));
  const asking = await openBrowser(await drawFilm(first, looks.asking, folder));
  const asked = await openBrowser(await drawFilm(first, looks.asked, folder));
  await first.close();
  return {
    all: [asking, asked],
    of: (email) => (email.startsWith('klinik') ? asked : asking),
    close: async () => {
      await asking.close();
      await asked.close();
      rmSync(folder, { recursive: true });
    },
  };
};
