import pg from 'pg';
import { Door } from './http.ts';
import { BENCH_ADDRESS, largeMail, mailOf, type Writer } from './mails.ts';
import type { Running } from './program.ts';
import { MailConnection } from './smtp.ts';

/** What the budgets speak of. */
export const MAILS_PER_SECOND = 50;
export const LARGE_MAIL_MB = 50;
export const LARGE_MAIL_EXTRA_MB = 250;

/** As many connections as a mail server opens to one place. */
const CONNECTIONS = 10;
const WARM = 150;
const MAILS = 2_000;
const LOOK_MS = 50;
const MOST_MS = 300_000;

export type MailFigures = {
  /** Mails a second, from the first connection to the last ticket. */
  rate: number;
  /** The same until the last "250", which says that a mail is kept. */
  taken: number;
  mails: number;
  /** MB more in all processes while a mail of 50 MB is taken and read; null where the system does not tell. */
  largeExtra: number | null;
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Hands mail to the listener as a mail server does, and waits until each has become a ticket. */
export async function measureMail(program: Running, key: string): Promise<MailFigures> {
  const admin = new pg.Client({ connectionString: program.adminUrl });
  await admin.connect();
  try {
    await openMailbox(program, key);
    const { rows: writers } = await admin.query<Writer>(
      `select name, email from fettle.contacts where active and email <> '' order by id limit 500`,
    );
    await handOn(program, admin, writers, 0, WARM);
    const largeExtra = await measureLarge(program, admin, writers[0] as Writer);
    const { rate, taken } = await handOn(program, admin, writers, WARM, MAILS);
    return { rate, taken, mails: MAILS, largeExtra };
  } finally {
    await admin.end();
  }
}

async function openMailbox(program: Running, key: string): Promise<void> {
  const door = new Door(program.address, key, 1);
  await door.call('POST', '/mail/mailboxes', {
    ...{ name: 'Desk', address: BENCH_ADDRESS, kind: 'smtp', active: true, servesId: null, teamId: null },
    ...{
      ticketKind: 'incident',
      trustedServers: ['mx.msp.example'],
      acknowledges: true,
      plusAddresses: true,
      version: 0,
    },
  });
  door.close();
}

async function handOn(program: Running, admin: pg.Client, writers: readonly Writer[], from: number, count: number) {
  const mails = Array.from({ length: count }, (_, i) => {
    const writer = writers[(from + i) % writers.length] as Writer;
    return { writer, content: mailOf(writer, from + i) };
  });
  const before = await tickets(admin);
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => MailConnection.open(program.smtpPort)),
  );
  const began = performance.now();
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      for (let mail = mails[next++]; mail; mail = mails[next++])
        await connection.send(mail.writer.email, BENCH_ADDRESS, mail.content);
      connection.close();
    }),
  );
  const taken = (performance.now() - began) / 1000;
  await until(async () => (await tickets(admin)) >= before + count);
  return { taken: count / taken, rate: count / ((performance.now() - began) / 1000) };
}

/** The most that all processes need besides while a large mail is taken, read and becomes a ticket. */
async function measureLarge(program: Running, admin: pg.Client, writer: Writer): Promise<number | null> {
  const before = program.memory();
  if (before === null) return null;
  const content = largeMail(writer, LARGE_MAIL_MB * 1_048_576);
  const already = await tickets(admin);
  let most = 0;
  const connection = await MailConnection.open(program.smtpPort);
  const sending = connection.send(writer.email, BENCH_ADDRESS, content);
  await Promise.all([
    sending,
    until(async () => {
      most = Math.max(most, program.memory()?.pss ?? 0);
      return (await tickets(admin)) > already;
    }),
  ]);
  connection.close();
  return Math.max(0, most - before.pss);
}

/** How many mails have become tickets; any other end of a mail is an error, since the bench's mails are all new matters. */
async function tickets(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ tickets: number; other: number }>(
    `select count(*) filter (where outcome = 'ticket')::int as tickets,
      count(*) filter (where outcome <> 'ticket' or why <> '' and outcome is null)::int as other from fettle.incoming_mails`,
  );
  if ((rows[0]?.other ?? 0) > 0) throw new Error('A mail of the bench has become something else than a ticket');
  return rows[0]?.tickets ?? 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + MOST_MS; Date.now() < end; await pause(LOOK_MS)) if (await holds()) return;
  throw new Error('Mail of the bench did not become tickets');
}
