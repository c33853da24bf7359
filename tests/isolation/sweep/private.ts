import { newId } from '#kernel/ids.ts';
import type { Desk } from '#tests/desk.ts';
import { welcome } from '#tests/visitor.ts';
import { plantBulk } from './bulk.ts';
import type { planted } from './canary.ts';
import { asPerson } from './firm.ts';
import { type Firm, must } from './world.ts';

export type Private = Record<
  'view' | 'reply' | 'macro' | 'apiKey' | 'bulk' | 'simulation' | 'session' | 'passkey' | 'identity' | 'timer',
  string
>;

/** One of everything that a staff member has for themselves, said by `say`; a new person each time. */
export async function privateThings(desk: Desk, say: typeof planted, foreign: Firm): Promise<Private> {
  const { id, browser } = await welcome(desk);
  const who = asPerson(browser);
  const post = async (url: string, body: object) => (await must(who, 'POST', url, body)).id;
  const sessions = await must<{ items: { id: string }[] }>(who, 'GET', '/me/sessions');
  const passkey = newId();
  const identity = newId();
  await desk.run(async (ctx) => {
    await ctx.tx
      .insertInto('passkeys')
      .values({
        id: passkey,
        credential_id: passkey,
        staff_id: id,
        public_key: Buffer.from([1]),
        counter: 0,
        name: say('passkey', 'desk'),
        synced: false,
        created_at: ctx.now,
      })
      .execute();
    await ctx.tx
      .insertInto('federated_identities')
      .values({
        id: identity,
        issuer: 'https://id.example',
        subject: identity,
        staff_id: id,
        email: say('id', 'desk'),
        created_at: ctx.now,
      })
      .execute();
  });
  return {
    view: await post('/views', { name: say('view', 'desk'), filter: { q: say('filter', 'desk') } }),
    reply: await post('/canned-replies', {
      name: say('reply name', 'desk'),
      body: say('reply body', 'desk'),
      shared: false,
    }),
    macro: await post('/macros', {
      name: say('macro', 'desk'),
      shared: false,
      steps: [{ message: { visibility: 'public', body: say('step', 'desk') } }],
    }),
    apiKey: await post('/api-keys', { name: say('key', 'desk'), permissions: ['ticket.read'] }),
    simulation: await post('/service-levels/simulations', {
      draft: {
        policies: [
          {
            clientId: foreign.client,
            name: say('simulated', 'desk'),
            terms: {
              ...{ kinds: ['incident'], serviceIds: [], condition: '', olas: [], thresholds: null, rules: {} },
              targets: { resolution: { byPriority: [1, 1, 1, 1, 1], calendar: 'always' } },
            },
          },
        ],
      },
    }),
    bulk: await plantBulk(desk, who, foreign, say),
    session: sessions.items[0]?.id ?? '',
    passkey,
    identity,
    timer: await post(`/tickets/${foreign.ticket.id}/timer`, {}),
  };
}
