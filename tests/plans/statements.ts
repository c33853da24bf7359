import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** A statement as the program sent it. */
export type Statement = { name: string | undefined; text: string; values: readonly unknown[] };

type Query = { name?: string; text: string; values?: unknown[] };

const watching = new AsyncLocalStorage<Statement[]>();

/**
 * Lets `work` run and returns the statements of its last transaction. What the program does by itself meanwhile (clocks, jobs)
 * is not among them, nor how the caller was recognised, which is a transaction of its own.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    note(args);
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    const sent: Statement[] = [];
    await watching.run(sent, work);
    return sent;
  } finally {
    pg.Client.prototype.query = query;
  }
}

function note([first, values]: unknown[]): void {
  const sent = watching.getStore();
  if (!sent) return;
  const { name, text, values: given = values } = (typeof first === 'string' ? { text: first } : first) as Query;
  if (/^begin/.test(text)) sent.length = 0;
  else if (!/^(commit|rollback)/.test(text)) sent.push({ name, text, values: (given as unknown[] | undefined) ?? [] });
}
