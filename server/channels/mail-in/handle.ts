import type { Readable } from 'node:stream';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import type { Scope } from '#platform/database/index.ts';
import { act } from './act.ts';
import { type ClaimedMail, MOST_TRIES, stillMine } from './claim.ts';
import { decide } from './decide.ts';
import { factsOf, isTwin } from './facts.ts';
import { noteBroken, noteOutcome, type Outcome } from './outcome.ts';
import { type ReadMail, readMail } from './reading/index.ts';
import { RECEIVER } from './receiver.ts';
import { MOST_MAIL_BYTES } from './store.ts';
import type { Settled, Verdict } from './verdict.ts';

/** A person's word on a mail that was kept back. */
export type Settlement = { settled: Settled; by: { id: string; name: string } };

/**
 * Reads a claimed mail, decides about it and does what was decided. What is done, and that it is done, commit together; a crash before
 * leaves the mail to be taken again. Null where another has taken it over.
 */
export async function handleMail(
  services: Services,
  row: ClaimedMail,
  settlement: Settlement | null = null,
): Promise<Outcome | null> {
  const mail = await readStored(services, row);
  const settled = settlement?.settled ?? null;
  const { facts, decided } = await withContext(services, RECEIVER, async (ctx) => {
    const found = await factsOf(ctx, row, mail);
    return { facts: found, decided: decide({ mail, facts: found, settled }) };
  });
  const { verdict, why, decisions } = decided;
  return withContext(services, { ...RECEIVER, scope: scopeOf(verdict) }, async (ctx) => {
    if (!(await stillMine(ctx, row))) return null;
    const outcome =
      settled === null && (await cameMeanwhile(ctx, row, facts.fingerprint))
        ? { kind: 'duplicate' as const, why: 'this very mail came at the same time' }
        : await act(ctx, { row, mail, facts }, verdict, why);
    await noteOutcome(ctx, row, mail, facts, outcome, decisions, settlement?.by.id ?? null);
    return outcome;
  });
}

/** What is done for one client reaches no other. */
const scopeOf = (verdict: Verdict): Scope =>
  'clientId' in verdict ? { ...RECEIVER.scope, allClients: false, clientIds: [verdict.clientId] } : RECEIVER.scope;

/** Whether another took the same mail in meanwhile; whoever takes it in now waits for us. */
async function cameMeanwhile(ctx: Ctx, row: ClaimedMail, fingerprint: string): Promise<boolean> {
  await ctx.hot('incoming_same', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`mail ${fingerprint}`]);
  return isTwin(ctx, row.id, fingerprint);
}

async function readStored(services: Services, row: ClaimedMail): Promise<ReadMail> {
  const { stream } = await services.files.get(row.sha256);
  return readMail(stream, (content: Readable) => services.files.put(content, MOST_MAIL_BYTES));
}

/** The same for the worker: what goes wrong is noted with the mail, and tried again or set aside; the queue goes on. */
export async function handleSafely(services: Services, row: ClaimedMail): Promise<void> {
  try {
    // Whoever tried so often before never came back to say what went wrong.
    if (row.attempts > MOST_TRIES) throw new Error('Taking it in ended the program several times');
    await handleMail(services, row);
  } catch (error) {
    services.log.error(
      { err: error, mail: row.id, attempts: row.attempts },
      'mail: one that came in could not be taken',
    );
    const why = error instanceof Error ? error.message : String(error);
    await withContext(services, RECEIVER, (ctx) => noteBroken(ctx, row, why, row.attempts >= MOST_TRIES));
  }
}
