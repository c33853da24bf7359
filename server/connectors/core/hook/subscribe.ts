import { randomBytes } from 'node:crypto';
import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import type { HookTold } from '#shared/connector.ts';
import { putCredentials, readCredentials } from '../credentials.ts';
import { adviceFor, faultOf } from '../fault.ts';
import { CONNECTING, readConnector } from '../rows.ts';
import { BUTTON_MS } from '../session.ts';
import { openConnector } from '../sync/open.ts';
import { keepHook, newHook } from './address.ts';
import { hookCredentials, hookSecretOf } from './proof.ts';

/**
 * Makes a new address for calls and tells it to the system by its API, with the secret that its calls are to bring; one is made where none is
 * set. The address before it counts until the system has taken the new one. `asPerson` runs work in the caller's name. Answers what is in the
 * way where the system refuses.
 */
export async function subscribeHook(
  services: Services,
  id: string,
  asPerson: (work: (ctx: Ctx) => Promise<void>) => Promise<void>,
): Promise<HookTold> {
  const { connector, secrets } = await withContext(services, CONNECTING, async (ctx) => ({
    connector: await readConnector(ctx, id),
    secrets: await readCredentials(ctx, id),
  }));
  const secret = hookSecretOf(secrets) ?? randomBytes(32).toString('base64url');
  const { token, url } = newHook({ services });
  try {
    const { provider, session } = await openConnector(services, connector, AbortSignal.timeout(BUTTON_MS));
    if (!provider.abilities.subscribe || !session.subscribe)
      throw new Fault('conflict', `${provider.name} cannot be told by its API where to call: paste the address there.`);
    await session.subscribe(url, secret);
    await asPerson(async (ctx) => {
      await keepHook(ctx, id, token);
      if (hookSecretOf(secrets) === undefined) await putCredentials(ctx, id, hookCredentials({ hookSecret: secret }));
    });
    return { works: true, says: `${provider.name} calls this connector from now on.`, advice: '' };
  } catch (error) {
    if (error instanceof Fault) throw error;
    const { kind, text } = faultOf(error);
    services.log.info({ err: error, connector: id }, 'connectors: a system was told in vain where to call');
    return { works: false, says: text, advice: adviceFor(kind) };
  }
}
