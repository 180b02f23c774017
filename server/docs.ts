import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Express } from 'express';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>TelKonNet API</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;

/** The API to browse at /api/docs, from files of our own. */
export function serveDocs(app: Express): void {
  const directory = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  app.get('/api/docs', (_req, res) => void res.type('html').send(page));
  app.get('/api/docs/start.js', (_req, res) => void res.type('js').send(start));
  app.use('/api/docs', express.static(directory, { index: false }));
}
