import { dirname, resolve } from 'node:path';
import { build } from 'vite';

/**
 * A test page's scripts as the real client's are built, by their paths; the page itself is `/page.js`.
 * @param entry path of its main script from the project's root
 */
export async function buildPage(entry = 'test/media/page/main.ts'): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: dirname(resolve(entry)),
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: resolve(entry),
        output: { entryFileNames: 'page.js' },
      },
    },
    worker: { format: 'es' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the page was not built');
  return new Map(
    output.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : String(file.source),
    ]),
  );
}
