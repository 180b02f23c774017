import { createServer } from 'node:net';

/** A TCP port on 127.0.0.1 that nobody listens on: `preferred` when it is free, else one that the system picks. */
export const freePort = async (preferred?: number): Promise<number> => {
  if (preferred && (await tryPort(preferred)) !== null) return preferred;
  const port = await tryPort(0);
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
};

const tryPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null));
    });
  });
