import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const modules = join(import.meta.dirname, 'node_modules');
/**
 * The pages use one class of mediasoup-client; its index brings a stand-in for tests along, which weighs on a guest's
 * page. What it would log for its makers is thrown away.
 */
const alias = [
  { find: /^mediasoup-client$/, replacement: join(modules, 'mediasoup-client/lib/Device.js') },
  { find: /^debug$/, replacement: join(import.meta.dirname, 'client/lib/no-debug.ts') },
];

/** Builds the browser's part: everything bundled, nothing from other hosts, no inline scripts or data URLs. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  resolve: { alias },
  cacheDir: '../.cache/vite',
  build: {
    outDir: '../.cache/client',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    // Mobile Safari and Firefox preload modules themselves; the polyfill would be one more script.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The application, and two small pages of their own: a guest's, and the test of camera, sound and line.
      input: ['index', 'guest', 'test'].map((name) => join(import.meta.dirname, `client/${name}.html`)),
      output: {
        // Rarely changing libraries in files of their own: an update of the program reloads little.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/,
              priority: 3,
            },
            {
              name: 'mantine',
              test: /node_modules[\\/]@mantine[\\/](core|hooks|notifications|modals|form)[\\/]/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
