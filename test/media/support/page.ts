import { resolve } from 'node:path';
import { build } from 'vite';

/** The test page's scripts as the real client's are built, by their paths; the page itself is `/page.js`. */
export async function buildPage(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: resolve('test/media/page'),
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: resolve('test/media/page/main.ts'),
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
