import { notFound } from '#kernel/errors.ts';
import { type Ctx, systemIdentity } from '#platform/context/index.ts';
import type { ConnectorState } from '#shared/connector-words.ts';

/** The program where it reads other systems by itself. */
export const CONNECTING = systemIdentity('Connectors');

/** A connector as it is stored, without its secrets. */
export type ConnectorRow = {
  id: string;
  provider: string;
  name: string;
  base_url: string;
  options: Record<string, string>;
  state: ConnectorState;
  serves_id: string | null;
  full_minutes: number;
  changes_minutes: number;
  alerts_minutes: number;
  hook_networks: string[];
  hook_signature_header: string;
  hook_time_header: string;
  version: number;
};

/** Reads a connector. Under the program's scope; not found where there is none. */
export async function readConnector(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<ConnectorRow> {
  const found = ctx.tx.selectFrom('connectors').selectAll().where('id', '=', id);
  const row = await (options.lock ? found.forUpdate() : found).executeTakeFirst();
  if (!row) throw notFound('connector');
  return row as unknown as ConnectorRow;
}
