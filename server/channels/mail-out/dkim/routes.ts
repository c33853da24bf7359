import Type from 'typebox';
import { requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, type Session } from '#platform/http/index.ts';
import { requireFresh } from '#platform/identity/index.ts';
import { DkimKeys, MakeDkimKey } from '#shared/mail.ts';
import { MAILER } from '../mailer.ts';
import { forgetKey, listKeys, makeKey } from './keys.ts';
import { lookForKey } from './look.ts';

const tag = 'Mail';
const BySelector = Type.Object({ selector: Type.String({ pattern: '^fettle-[0-9a-f]{8}$' }) });

const answer = async (services: Services) => ({ items: await withContext(services, MAILER, listKeys) });
/** Somebody signed in, as the route's permission makes sure; freshly, since keys stand for the company. */
function caller(services: Services, session: Session | null) {
  requireFresh(session, services.now());
  return (session as Session).identity;
}

export const dkimRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/mail/dkim',
      access: 'settings.manage',
      tag,
      summary: 'Keys that mail is signed with, and the records that DNS has to hold; never a private key',
      response: DkimKeys,
    },
    (services, { session }) => {
      requireAllClients((session as Session).identity, 'Signing mail');
      return answer(services);
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/mail/dkim',
      access: 'settings.manage',
      tag,
      summary: 'Make a key for a domain, the first or the next; it signs once its record has been seen in DNS',
      body: MakeDkimKey,
      response: DkimKeys,
      status: 201,
    },
    async (services, { session, body }) => {
      const identity = caller(services, session);
      await withContext(services, { ...MAILER, actor: identity.actor }, (ctx) => makeKey(ctx, identity, body.domain));
      return answer(services);
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/mail/dkim/:selector/look',
      access: 'settings.manage',
      tag,
      summary: 'Look for the key’s record in DNS, now',
      params: BySelector,
      response: DkimKeys,
      status: 201,
    },
    async (services, { session, params }) => {
      await lookForKey(services, caller(services, session), params.selector);
      return answer(services);
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/mail/dkim/:selector',
      access: 'settings.manage',
      tag,
      summary: 'Forget a key; where it signs, mail from its domain is not signed any more',
      params: BySelector,
      response: DkimKeys,
    },
    async (services, { session, params }) => {
      const identity = caller(services, session);
      await withContext(services, { ...MAILER, actor: identity.actor }, (ctx) =>
        forgetKey(ctx, identity, params.selector),
      );
      return answer(services);
    },
  ),
];
