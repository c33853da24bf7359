import type { FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { defineMachineRoute } from '#platform/http/index.ts';
import { readCredentials } from '../credentials.ts';
import { knownProvider } from '../offered.ts';
import { ProviderFault } from '../provider.ts';
import { CONNECTING, type ConnectorRow, readConnector } from '../rows.ts';
import { hashOfToken } from './address.ts';
import { isFrom, proofFault } from './proof.ts';

const USUAL_BYTES = 1_048_576;
/** 5,000 alerts of Alertmanager are two to four megabytes. */
const MOST_BYTES = 16_777_216;
/** So many larger ones are held at once, so that they need at most so many times `MOST_BYTES` of memory. */
const LARGE_AT_ONCE = 8;
/** A failed switch brings thousands of calls in a minute, each of which counts. */
const PER_MINUTE = 12_000;
/** Headers that are kept: what tells how to read the body, and nothing that proves anything. */
const KEPT = ['content-type', 'user-agent', 'content-encoding'];

type Caller = { readonly id: string; readonly connector: ConnectorRow };

/** Unknown, of another network, without proof: whoever calls learns nothing of which it was. */
const unknown = () => new Fault('not_found', 'There is no such address.');

/** Where systems call to tell of alerts. What comes is kept before it is read, and answered at once; a token reaches its own connector alone. */
export const hookDoor = defineMachineRoute<Caller>({
  method: 'POST',
  url: '/hooks/:token',
  bodyLimit: MOST_BYTES,
  large: { bytes: USUAL_BYTES, atOnce: LARGE_AT_ONCE },
  perMinute: { address: PER_MINUTE, caller: PER_MINUTE },
  async admit(services, request) {
    const { token } = request.params as { token: string };
    const connector = await withContext(services, CONNECTING, async (ctx) => {
      const row = await ctx.tx
        .selectFrom('connector_keys')
        .select('connector_id')
        .where('hook_hash', '=', hashOfToken(token))
        .executeTakeFirst();
      return row ? readConnector(ctx, row.connector_id) : null;
    });
    if (!connector || !knownProvider(connector.provider)?.receive) throw unknown();
    if (isFrom(connector.hook_networks, request.ip)) return { id: connector.id, connector };
    await keep(services, connector.id, request, {
      state: 'refused',
      why: 'It came from a network that is not listed.',
    });
    throw unknown();
  },
  tooLarge: (services, { connector }, request) => refuseForSize(services, connector, request),
  async answer(services, { caller: { connector }, body, request, reply }) {
    const provider = knownProvider(connector.provider);
    if (body.length > mostBytesOf(connector)) {
      await refuseForSize(services, connector, request);
      throw new Fault('too_large', 'A call of this kind of system has never so many bytes.');
    }
    const headers = headersOf(request);
    const secrets = await withContext(services, CONNECTING, (ctx) => readCredentials(ctx, connector.id));
    const rules = { signatureHeader: connector.hook_signature_header, timeHeader: connector.hook_time_header };
    const fault = proofFault({ headers, body }, secrets, rules, Date.parse(services.now()));
    if (fault !== null) {
      await keep(services, connector.id, request, { state: 'refused', why: `Not taken: ${fault}.` });
      throw unknown();
    }
    try {
      const kept = provider?.kept?.(body) ?? body;
      await keep(services, connector.id, request, { state: 'new', why: '', body: kept });
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
      await keep(services, connector.id, request, { state: 'malformed', why: error.message });
    }
    const url = `${services.baseUrl}/settings/connectors/${connector.id}`;
    const said = provider?.answer?.(body, headers, url) ?? '{"received":true}';
    return reply.code(202).type('application/json; charset=utf-8').send(said);
  },
});

function headersOf(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

const mostBytesOf = ({ provider }: ConnectorRow) => knownProvider(provider)?.mostBytes ?? USUAL_BYTES;

/** What was not taken cannot be looked at: the call says why, and how large it was. */
const refuseForSize = (services: Services, connector: ConnectorRow, request: FastifyRequest): Promise<void> =>
  keep(services, connector.id, request, {
    state: 'too_large',
    why: `It has more than ${mostBytesOf(connector).toLocaleString('en')} bytes; nothing of it was taken.`,
  });

/** Bytes that whoever calls says the body has, where it is not read; 0 where that is not said. */
const saidSize = (request: FastifyRequest): number =>
  Math.min(Number(request.headers['content-length']) || 0, 2_147_483_647);

type Kept = { state: 'new' | 'refused' | 'malformed' | 'too_large'; why: string; body?: Buffer };

const KEEP = `
insert into connector_calls (id, connector_id, received_at, address, headers, body, size, state, why, next_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $3)`;

async function keep(services: Services, connectorId: string, request: FastifyRequest, call: Kept): Promise<void> {
  const headers = Object.fromEntries(Object.entries(headersOf(request)).filter(([name]) => KEPT.includes(name)));
  const { body = null } = call;
  const size = Buffer.isBuffer(request.body) ? request.body.length : saidSize(request);
  await withContext(services, CONNECTING, async (ctx) => {
    const row = [newId(), connectorId, ctx.now, request.ip, JSON.stringify(headers), body, size, call.state, call.why];
    await ctx.hot('connector_call_keep', KEEP, row);
  });
}
