import type { FastifyReply } from 'fastify';
import { defineMachineRoute } from '#platform/http/index.ts';
import { admitAgent, type Enrolled } from './admit.ts';
import { inflateMessage } from './message/inflate.ts';
import { replyTo } from './message/reply.ts';
import { ReportReader } from './reader/reader.ts';
import { DOOR } from './setups.ts';
import { takeInventory } from './take.ts';

/** An inventory as it comes, packed or not. */
const MOST_BYTES = 25 * 1_048_576;
/** A whole office may come from one address when everybody switches on; each machine asks twice, and again later where it was too often. */
const OFTEN = { address: 600, caller: 240 };

/** One for this process, however many reports come at once. */
const reader = new ReportReader();

export const stopReading = (): Promise<void> => reader.stop();

/** Where agents report, and where they ask what there is to do. */
export const door = [
  defineMachineRoute<Enrolled>({
    method: 'POST',
    url: `${DOOR}/:key`,
    bodyLimit: MOST_BYTES,
    perMinute: OFTEN,
    admit: admitAgent,
    async answer(services, { caller, body, request, reply }) {
      const inflated = await inflateMessage(body);
      const message = await reader.read(inflated, null);
      if (message.query === 'inventory')
        await takeInventory(services, caller, message, async (before) => {
          const whole = await reader.read(inflated, before);
          return whole.query === 'inventory' ? whole : message;
        });
      const { type, bytes } = await replyTo(message);
      return echoed(reply, request.headers['glpi-request-id']).type(type).send(bytes);
    },
  }),
  defineMachineRoute<Enrolled>({
    method: 'GET',
    url: `${DOOR}/:key`,
    bodyLimit: 1_024,
    perMinute: OFTEN,
    admit: admitAgent,
    // What the tasks of FusionInventory beside the inventory are to do (`action=getConfig`): nothing.
    answer: async (_services, { request, reply }) =>
      echoed(reply, request.headers['glpi-request-id']).type('application/json').send('{}'),
  }),
];

/** GLPI's agent knows an answer by the number of its request: eight hexadecimal digits. */
function echoed(reply: FastifyReply, number: string | string[] | undefined): FastifyReply {
  return typeof number === 'string' && /^[0-9a-f]{8}$/i.test(number) ? reply.header('GLPI-Request-ID', number) : reply;
}
