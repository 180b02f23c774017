import { Agent, request } from 'node:http';

export type Answer = { status: number; body: unknown };

/** Calls one server over connections that stay open, one call at a time each, as browsers do. */
export type KeepAlive = {
  /** @throws when the connection breaks before the whole answer is there: nobody knows then what became of the call */
  send(method: string, path: string, headers: Record<string, string>, body?: object): Promise<Answer>;
  close(): void;
};

export const keepAlive = (port: number, connections: number): KeepAlive => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? '' : JSON.stringify(body);
        const call = request(
          {
            agent,
            host: '127.0.0.1',
            port,
            method,
            path,
            headers: {
              ...headers,
              'content-length': Buffer.byteLength(text),
              ...(text ? { 'content-type': 'application/json' } : {}),
            },
          },
          (answer) => {
            let read = '';
            answer.setEncoding('utf8');
            answer.on('data', (chunk: string) => {
              read += chunk;
            });
            answer.on('error', reject);
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(read) }));
          },
        );
        call.on('error', reject);
        call.end(text);
      }),
    close: () => agent.destroy(),
  };
};
