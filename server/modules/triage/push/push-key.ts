import type { Tx } from '../../../kernel/db.ts';

/** Both in base64url: the uncompressed point, as browsers ask for it, and the scalar. */
export type PushKeys = { publicKey: string; privateKey: string };

/**
 * The network's key pair for push services (RFC 8292: P-256), made once. As the system.
 */
export async function pushKeys(tx: Tx): Promise<PushKeys> {
  const known = await read(tx);
  if (known) return known;
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const { d: privateKey = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const publicKey = Buffer.from(point).toString('base64url');
  // Of two servers that make one at the same moment the first one's holds.
  await tx.pushKey.createMany({
    data: { publicKey, privateKey },
    skipDuplicates: true,
  });
  const made = await read(tx);
  if (!made) throw new Error('the push key was not kept');
  return made;
}

function read(tx: Tx): Promise<PushKeys | null> {
  return tx.pushKey.findUnique({ where: { id: 1 }, select: { publicKey: true, privateKey: true } });
}
