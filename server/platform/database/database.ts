import { Kysely } from 'kysely';
import pg from 'pg';
import { clientDialect } from './dialect.ts';
import { type Scope, signScope } from './scope.ts';
import type { Tables } from './tables.gen.ts';
import { typeParsers } from './types.ts';

/** A running transaction under a scope. Queries on it see what the scope may see, and nothing else. */
export type Tx = Kysely<Tables>;

/** A statement kept prepared on each connection under `name`; for the few hottest paths. */
export type Hot = <R extends pg.QueryResultRow>(name: string, text: string, values: readonly unknown[]) => Promise<R[]>;

/** SQLSTATEs after which the same work may simply be tried again: serialization failure and deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
const TRIES = 4;

export type DatabaseOptions = {
  /** Connection of the role fettle_app. */
  url: string;
  contextKey: Buffer;
  maxConnections?: number;
};

/** The one door to the data: every read and write happens inside `as`. */
export class Database {
  readonly pool: pg.Pool;
  readonly #contextKey: Buffer;

  constructor(options: DatabaseOptions) {
    this.#contextKey = options.contextKey;
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.maxConnections ?? 12,
      // What is asked together goes out together: queries that do not wait for each other cost one round trip.
      pipeline: true,
      types: typeParsers,
      connectionTimeoutMillis: 5_000,
      options:
        '-c search_path=fettle -c TimeZone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
    });
    // A connection that dies (server restart), idle or between two statements, is replaced by the pool; the statement that needs it
    // hears of it. Without a listener it would end the program.
    this.pool.on('error', () => {});
    this.pool.on('connect', (client) => client.on('error', () => {}));
  }

  /**
   * Runs `work` in one transaction that sees what `scope` sees, and commits; a throw rolls everything back.
   * After a deadlock or serialization failure the work runs again, so it must keep its effects inside the transaction.
   */
  async as<R>(scope: Scope, work: (tx: Tx, hot: Hot) => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(scope, work);
      } catch (error) {
        const code = error instanceof pg.DatabaseError ? error.code : undefined;
        if (attempt >= TRIES || code === undefined || !RETRYABLE.has(code)) throw error;
      }
    }
  }

  async #once<R>(scope: Scope, work: (tx: Tx, hot: Hot) => Promise<R>): Promise<R> {
    const context = signScope(scope, this.#contextKey, Math.floor(Date.now() / 1000));
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // Of work that is done side by side, one part may fail while another still goes on. The connection is somebody else's by then.
    let over = false;
    const refuseLate = () => {
      if (over) throw new Error('The transaction is over; a part of its work came too late');
    };
    try {
      const hot: Hot = async (name, text, values) => {
        refuseLate();
        return (await client.query({ name, text, values: [...values] })).rows;
      };
      const tx = new Kysely<Tables>({ dialect: clientDialect(client, refuseLate) });
      // Not waited for: the first query follows at once. Without this context a query sees nothing, so nothing runs ahead of it.
      const begun = client.query(`begin; set local fettle.ctx = '${context}'`);
      const [, result] = await Promise.all([begun, work(tx, hot)]);
      over = true;
      await client.query('commit');
      return result;
    } catch (error) {
      over = true;
      await client.query('rollback').catch((cause: unknown) => {
        broken = cause instanceof Error ? cause : new Error(String(cause));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
