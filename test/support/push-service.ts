import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';

/** A push service and a browser behind it, as RFC 8030, 8188, 8291 and 8292 have them: it decrypts what arrives. */
export type PushService = {
  /** `host:port`, for the configuration. */
  host: string;
  /** What `PushSubscription.toJSON()` would give. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  received: { message: unknown; ttl: string | undefined; urgency: string | undefined; audience: string }[];
  /** What the service answers from now on; 410 = the browser is gone. */
  answer(status: number): void;
  close(): Promise<void>;
};

export const openPushService = async (): Promise<PushService> => {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const received: PushService['received'] = [];
  let status = 201;
  // A push service speaks https only; this process believes in its certificate too.
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  setDefaultCACertificates([...getCACertificates('default'), cert]);
  const server = createServer({ key, cert }, (req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const header = (name: string) => req.headers[name]?.toString();
      if (status === 201) {
        received.push({
          message: JSON.parse(decrypt(Buffer.concat(parts), browser, auth)),
          ttl: header('ttl'),
          urgency: header('urgency'),
          audience: audienceOf(header('authorization') ?? ''),
        });
      }
      res.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    subscription: {
      endpoint: `https://${host}/browser-1`,
      keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') },
    },
    received,
    answer: (next) => {
      status = next;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
};

/** RFC 8291, 3.4, in the record format of RFC 8188. */
function decrypt(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const sender = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const shared = browser.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const cipher = createDecipheriv('aes-128-gcm', key, nonce);
  cipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  // The last record ends with a 2 and then zeros.
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

/** Whom the sender's token is for; throws when it is not signed by the key that it names (RFC 8292). */
function audienceOf(authorization: string): string {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) throw new Error('not signed by the key that it names');
  return String(JSON.parse(Buffer.from(claims, 'base64url').toString()).aud);
}
