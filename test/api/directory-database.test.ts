import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type AccountName, accounts, organisations } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** Asks the database past all code, as the server's role with this person set. */
const asks = (name: AccountName, statement: string, ...values: unknown[]) =>
  app.deps.db.as(actorOf(name), (tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(statement, ...values));
const changes = (name: AccountName, statement: string, ...values: unknown[]) =>
  app.deps.db.as(actorOf(name), (tx) => tx.$executeRawUnsafe(statement, ...values));

describe('the database itself', () => {
  it.each(['physician', 'nurse', 'coordinator', 'evaluator', 'privacyOfficer'] as const)(
    'lets %s read the directory and keep nothing of it',
    async (name) => {
      expect(await asks(name, 'SELECT id FROM organisation')).toHaveLength(6);
      for (const table of ['organisation', 'department', 'practitioner']) {
        expect(await changes(name, `UPDATE ${table} SET active = false`)).toBe(0);
        expect(await changes(name, `DELETE FROM ${table}`)).toBe(0);
      }
      await expect(
        changes(name, `INSERT INTO county (ags, name, kind) VALUES ('99999', 'Nirgends', 'city')`),
      ).rejects.toThrow(/row-level security/);
    },
  );

  it('shows each person the accounts of the own place only', async () => {
    const ids = async (name: AccountName) => (await asks(name, 'SELECT id FROM account')).map(({ id }) => id);
    expect(await ids('assistant')).toEqual([accounts.physician.id, accounts.assistant.id]);
    expect(await ids('neurologist')).toEqual([accounts.neurologist.id]);
    expect(await ids('networkAdmin')).toHaveLength(Object.keys(accounts).length);
  });

  it('shows nobody anything without a person', async () => {
    const nobody = { ...actorOf('physician'), accountId: '', role: '' as never, organisationId: '' };
    for (const table of ['organisation', 'account', 'session', 'person', 'practitioner']) {
      const rows = await app.deps.db.as(nobody, (tx) => tx.$queryRawUnsafe(`SELECT * FROM ${table}`));
      expect(rows).toEqual([]);
    }
  });

  it('lets nobody give himself another role, organisation or address', async () => {
    for (const set of [
      `role = 'network_admin'`,
      `organisation_id = '${organisations.otherPractice.id}'`,
      `email = 'other@test.telkonnet.example'`,
      `display_name = 'Chefin'`,
    ]) {
      await expect(
        changes('physician', `UPDATE account SET ${set} WHERE id = app_account()`),
      ).rejects.toThrow(/may not change this itself/);
    }
    expect(await changes('physician', `UPDATE account SET locale = 'en' WHERE id = app_account()`)).toBe(1);
  });

  it('lets nobody touch another person, or the sessions of one', async () => {
    await app.signIn('assistant');
    expect(await changes('physician', `UPDATE account SET locale = 'en' WHERE id <> app_account()`)).toBe(0);
    expect(await changes('physician', 'DELETE FROM account')).toBe(0);
    expect(await asks('physician', 'SELECT * FROM session')).toEqual([]);
    expect(await changes('physician', 'DELETE FROM session')).toBe(0);
    await expect(
      changes(
        'physician',
        `INSERT INTO session (token_hash, account_id, csrf_token, expires_at)
          VALUES (repeat('a', 64), '${accounts.networkAdmin.id}', 'x', now() + interval '1 day')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('keeps addresses in lower case and apart', async () => {
    await expect(app.database.sql(`UPDATE account SET email = upper(email)`)).rejects.toThrow(
      /account_email/,
    );
    await expect(app.database.sql(`UPDATE account SET email = 'same@x.example'`)).rejects.toThrow(/unique/);
  });
});
