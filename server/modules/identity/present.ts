import type { z } from 'zod';
import type { Tx } from '../../kernel/db.ts';
import type { Locale, Session } from './contract.ts';

/** The signed-in person as the screens show them. */
export async function presentSession(
  tx: Tx,
  accountId: string,
  { csrfToken, stationId }: { csrfToken: string; stationId: string | null },
): Promise<z.input<typeof Session>> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      id: true,
      displayName: true,
      role: true,
      locale: true,
      passwordExpiresAt: true,
      organisation: { select: { id: true, name: true, kind: true } },
      department: { select: { id: true, name: true } },
    },
  });
  const { locale, passwordExpiresAt, ...user } = account;
  return {
    user: { ...user, locale: toLocale(locale) },
    csrfToken,
    atStation: stationId !== null,
    mustChangePassword: passwordExpiresAt !== null,
  };
}

const toLocale = (stored: string): Locale => (stored === 'en' ? 'en' : 'de');
