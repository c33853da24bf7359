import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { FilledMail } from '#kernel/mail-template.ts';
import { type Ctx, type Identity, type Services, withContext } from '#platform/context/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { MailKind } from '#shared/mail-words.ts';
import { queueToAddress } from './queue-to-address.ts';

const MOST_BYTES = 20 * 1_048_576;

/** A document that waits to be printed and put into a mail, as its table has it. */
export type WaitingPaper = {
  readonly client_id: string;
  readonly id: string;
  readonly kind: MailKind;
  readonly address: string;
};
/** The document as its reader reads it, and what the mail says of it. */
export type PrintedPaper = {
  readonly pdf: Buffer;
  /** Without its ending. */
  readonly name: string;
  readonly language: Spoken;
  /** Path of a page of the portal that the mail leads to. */
  readonly link?: string;
  words(ctx: Ctx): Promise<FilledMail>;
};
export type Papers<Row extends WaitingPaper> = {
  readonly table: 'invoice_mails' | 'quote_mails' | 'contract_mails';
  /** Who prints and sends them. */
  readonly by: Identity;
  print(services: Services, waiting: Row): Promise<PrintedPaper>;
};

/**
 * Prints the documents that wait to go by mail and hands them to the outbox, one after the other. Whoever dies in it has handed over nothing of
 * the one it was at; another prints that again.
 */
export async function sendPapers<Row extends WaitingPaper>(
  services: Services,
  papers: Papers<Row>,
  signal?: AbortSignal,
): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  while (!signal?.aborted) {
    const waiting = await withContext(services, papers.by, (ctx) => nextAfter(ctx, papers, last));
    if (!waiting) return;
    last = waiting.id;
    await sendOne(services, papers, waiting).catch((error: unknown) =>
      services.log.error({ err: error, table: papers.table, id: waiting.id }, 'mail: a document could not be sent'),
    );
  }
}

async function nextAfter<Row extends WaitingPaper>(ctx: Ctx, { table }: Papers<Row>, id: string) {
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where mail_id is null and id > ${id} order by id limit 1`.execute(ctx.tx);
  return rows[0];
}

async function sendOne<Row extends WaitingPaper>(services: Services, papers: Papers<Row>, waiting: Row): Promise<void> {
  const { pdf, name, language, link, words } = await papers.print(services, waiting);
  const { client_id: clientId, id, address, kind } = waiting;
  const { sha256, size } = await services.files.put(Readable.from([pdf]), MOST_BYTES);
  await withContext(services, papers.by, async (ctx) => {
    const { rows } = await sql`
      select from ${sql.table(papers.table)} where client_id = ${clientId} and id = ${id} and mail_id is null
      for update skip locked`.execute(ctx.tx);
    if (rows.length === 0) return;
    const files = [{ sha256, name: `${name}.pdf`, mediaType: 'application/pdf', size }];
    const mail = { address, kind, language, words: await words(ctx), files, ...(link ? { link } : {}) };
    const mailId = await queueToAddress(ctx, clientId, mail);
    await sql`
      update ${sql.table(papers.table)} set mail_id = ${mailId}, sha256 = ${sha256}
      where client_id = ${clientId} and id = ${id}`.execute(ctx.tx);
  });
}
