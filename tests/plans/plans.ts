import pg from 'pg';
import { contextKey, type Scope, signScope } from '#platform/database/index.ts';
import type { Statement } from './statements.ts';

/** A node of a plan as EXPLAIN (FORMAT JSON) tells it. */
export type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
};

/** Tables that grow with the tickets: reading one of them from end to end is a fault. */
const LARGE = new Set([
  'tickets',
  'events',
  'messages',
  'ticket_clocks',
  'search_documents',
  'ticket_tags',
  'ticket_watchers',
  'ticket_reads',
  'notifications',
  'time_entries',
  'ticket_articles',
  'article_reads',
  'incoming_mails',
  'outgoing_mails',
  'ticket_mails',
  'ratings',
]);

/**
 * A connection that runs statements as the program does, under its role and a scope, and hears from auto_explain how each was
 * done, those inside functions too. `settings` steer the planner.
 */
export class Explainer {
  readonly #client: pg.Client;
  readonly #plans: Node[] = [];

  private constructor(client: pg.Client) {
    this.#client = client;
    client.on('notice', (notice) => {
      const at = notice.message?.indexOf('{') ?? -1;
      if (at >= 0) this.#plans.push(JSON.parse(notice.message?.slice(at) ?? '').Plan);
    });
  }

  static async open(
    adminUrl: string,
    secret: Buffer,
    scope: Scope,
    settings: readonly string[] = [],
  ): Promise<Explainer> {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    const context = signScope(scope, contextKey(secret), Math.floor(Date.now() / 1000));
    await client.query(`load 'auto_explain'; set search_path = fettle; set timezone = UTC; set jit = off; set random_page_cost = 1.1;
      ${settings.map((setting) => `set ${setting};`).join(' ')}
      set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_timing = off;
      set auto_explain.log_nested_statements = on; set auto_explain.log_format = json; set auto_explain.log_level = notice;
      set client_min_messages = notice; set role fettle_app; begin; set local fettle.ctx = '${context}'`);
    return new Explainer(client);
  }

  /** How a statement was done: its own plan and those of the functions it called. */
  async plansOf({ text, values }: Statement): Promise<Node[]> {
    this.#plans.length = 0;
    await this.#client.query(text, [...values]);
    // A statement with values ends, and its plan is told, only when another takes its place.
    await this.#client.query('select 1');
    return [...this.#plans];
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}

/** Every node of the plans, with how many rows it touched, whether it kept them or not. */
export function nodesOf(plans: readonly Node[]): { node: Node; touched: number }[] {
  return plans.flatMap((node) => [{ node, touched: touchedBy(node) }, ...nodesOf(node.Plans ?? [])]);
}

function touchedBy(node: Node): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}

/** What is wrong with how statements were done: large tables read from end to end, or more rows touched than a page may cost. */
export function planFaults(plans: readonly Node[], most: number): string[] {
  return nodesOf(plans).flatMap(({ node, touched }) => {
    const table = node['Relation Name'];
    if (table === undefined || !LARGE.has(table)) return [];
    if (node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0) return [`reads ${table} from end to end`];
    return touched > most
      ? [`touches ${Math.round(touched)} rows of ${table} by ${node['Index Name'] ?? node['Node Type']}`]
      : [];
  });
}
