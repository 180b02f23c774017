import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { postmasterPid } from '../../server/setup/left-over-postgres.ts';
import { root } from '../../server/setup/paths.ts';

const program = `
  import { openOwnDatabase } from '${root}/server/setup/own-database.ts';
  const database = await openOwnDatabase(process.argv[1]);
  process.stdout.write(database.ownerUrl);
  process.on('SIGTERM', () => database.stop().then(() => process.exit(0)));
  process.stdin.resume();`;

let folder: string;
let started: ChildProcess[] = [];
beforeAll(() => {
  // Only its owner may enter, as is common for home folders.
  folder = mkdtempSync(join(tmpdir(), 'own-'));
});
afterEach(async () => {
  await Promise.all(started.map((child) => end(child, 'SIGTERM')));
  started = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Running = { child: ChildProcess; url: string };

/** A process that holds the folder's database as a server does. */
const open = (): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder]);
    started.push(child);
    let errors = '';
    child.stdout.on('data', (chunk) => resolve({ child, url: String(chunk) }));
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('close', () => reject(new Error(errors)));
  });

const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on('close', () => resolve());
    child.kill(signal);
  });

const postmaster = () => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const ask = async (url: string, statement: string) => {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};

test('keeps what is in it from one start to the next, at the same address', async () => {
  const first = await open();
  await ask(first.url, 'CREATE TABLE kept (id int)');
  await end(first.child, 'SIGTERM');
  await expect(ask(first.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  const second = await open();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'SELECT * FROM kept')).toEqual([]);
});

test('survives that the server is killed, without a step by hand', async () => {
  const first = await open();
  await ask(first.url, 'CREATE TABLE survived (id int)');
  await end(first.child, 'SIGKILL');
  const second = await open();
  expect(await ask(second.url, 'SELECT * FROM survived')).toEqual([]);
});

test('is started again when it is killed alone, at the same address, until it is stopped', async () => {
  const { child, url } = await open();
  await ask(url, 'CREATE TABLE outlived (id int)');
  for (const _ of ['once', 'and again']) {
    const before = postmaster();
    process.kill(before, 'SIGKILL');
    await vi.waitFor(async () => expect(await ask(url, 'SELECT * FROM outlived')).toEqual([]), 30_000);
    expect(postmaster()).not.toBe(before);
  }
  await end(child, 'SIGTERM');
  await expect(ask(url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
}, 60_000);

test('ends with its server even while it is being started again', async () => {
  const { child, url } = await open();
  process.kill(postmaster(), 'SIGKILL');
  await end(child, 'SIGTERM');
  await expect(ask(url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  expect(postmasterPid(join(folder, 'postgres'))).toBeNull();
});

test('is shared by a second process, whose end leaves it running', async () => {
  const first = await open();
  const guest = await open();
  expect(guest.url).toBe(first.url);
  await end(guest.child, 'SIGTERM');
  expect(await ask(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('keeps its passwords from other users of the machine', async () => {
  await open();
  const file = join(folder, 'postgres.json');
  expect(statSync(file).mode & 0o077).toBe(0);
  const { superuser, owner, app } = JSON.parse(readFileSync(file, 'utf8'));
  expect(new Set([superuser, owner, app]).size).toBe(3);
  expect(superuser).toMatch(/^.{32}$/);
});
