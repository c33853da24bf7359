import { createTransport } from 'nodemailer';
import pg from 'pg';
import { afterAll, expect } from 'vitest';
import { startPostgres } from '#platform/postgres/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { prepareDatabase } from '#server/program.ts';
import type { IncomingPage } from '#shared/mail.ts';
import { TEST_SECRET } from '../database.ts';
import { openDesk } from '../desk.ts';
import { freePort } from '../mail-servers/port.ts';
import { hire } from '../people.ts';
import { dataFolder, ownDatabase, type Started, startServer } from './running.ts';

/**
 * A server in a process of its own is killed at a chosen point of taking mail in: held there by a lock on what it writes next. On a
 * PostgreSQL of its own, since the one of the tests does not wait until what it writes is on disk.
 */
export const PATIENCE = { timeout: 60_000 };
const postgres = await startPostgres({ dataDir: dataFolder() });
const adminUrl = ownDatabase(postgres.adminUrl);
await prepareDatabase(adminUrl, TEST_SECRET);
const desk = await openDesk({
  roles: ['web'],
  database: { adminUrl, secret: TEST_SECRET, drop: () => postgres.stop() },
});
export const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
});
export const FIELDS = {
  ...{ active: true, servesId: null, teamId: null, ticketKind: 'incident', trustedServers: [], acknowledges: true },
  ...{ plusAddresses: true, version: 0 },
};
const smtp = { ...FIELDS, name: 'Desk', address: 'desk@harbour.example', kind: 'smtp' };
expect((await owner.call('POST', '/mail/mailboxes', smtp)).status).toBe(201);
export const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
afterAll(() => admin.end());

const port = await freePort();
export const start = (smtp = port): Started =>
  startServer({
    dataDir: desk.dataDir,
    env: {
      DATABASE_URL: desk.adminUrl,
      FETTLE_SECRET: TEST_SECRET.toString('hex'),
      FETTLE_SMTP_PORT: String(smtp),
    },
  });
export const send = (subject: string) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    ...{ from: 'ada@acme.example', to: 'desk@harbour.example', subject, text: subject },
  });
export const cameOf = async (subject: string) =>
  ((await owner.call('GET', '/mail/incoming?limit=100')).body as IncomingPage).items.filter(
    (mail) => mail.subject === subject,
  );
export const ticketsOf = async (title: string) =>
  (await admin.query('select key from fettle.tickets where title = $1', [title])).rows.length;
const WAITING = `select count(*)::int as waiting from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and usename = 'fettle_app'`;

/** Lets `begin` begin something, and kills the server while it waits to write into a table. Nothing that it had begun is left. */
export async function killBefore(table: string, server: Started, begin: () => Promise<unknown>): Promise<void> {
  await admin.query(`begin; lock table fettle.${table} in share mode`);
  try {
    await begin();
    await expect
      .poll(async () => (await admin.query<{ waiting: number }>(WAITING)).rows[0]?.waiting, PATIENCE)
      .toBeGreaterThan(0);
    server.signal('SIGKILL');
    expect(await server.ended).toMatchObject({ signal: 'SIGKILL' });
  } finally {
    await admin.query('rollback');
  }
  const LEFT = `select count(*)::int as left from pg_stat_activity
    where datname = current_database() and usename = 'fettle_app' and state <> 'idle' and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await admin.query<{ left: number }>(LEFT)).rows[0]?.left, PATIENCE).toBe(0);
}

/** Whoever died over a mail, or while they watched a mailbox, leaves it to the next, after some minutes. */
export async function timePasses(): Promise<void> {
  await admin.query(`update fettle.incoming_mails set next_at = now() where state = 'new'`);
  await admin.query('update fettle.mailbox_access set held_until = null');
}

/** Waits until each mail of these subjects is one that came, and one ticket. */
export async function allTaken(subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) {
    await expect.poll(() => cameOf(subject), PATIENCE).toMatchObject([{ state: 'done', outcome: 'ticket' }]);
    expect(await ticketsOf(subject)).toBe(1);
  }
}
