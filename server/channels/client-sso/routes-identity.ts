import Type from 'typebox';
import type { Ctx } from '#platform/context/index.ts';
import { defineFreeRoute, Nothing } from '#platform/http/index.ts';
import { forgetCallers } from '#platform/identity/index.ts';
import { ContactIdentities } from '#shared/client-sso.ts';
import { Id } from '#shared/http.ts';
import { listIdentities, unlinkIdentities } from './identities.ts';
import { asSystemFor } from './seen.ts';

const tag = 'Single sign-on';
const ById = Type.Object({ id: Id });

const seesContact = (id: string) => (ctx: Ctx) =>
  ctx.tx.selectFrom('contacts').select(['client_id', 'id']).where('id', '=', id).executeTakeFirst();

export const identityRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/contacts/:id/identities',
      access: 'contact.manage',
      tag,
      summary: 'At which identity providers of the client somebody has signed in',
      params: ById,
      response: ContactIdentities,
    },
    async (services, { session, params }) => ({
      items: await asSystemFor(services, session, 'contact', seesContact(params.id), listIdentities),
    }),
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/contacts/:id/identities',
      access: 'contact.manage',
      tag,
      summary:
        'Forget who somebody is at the client’s identity providers: whoever has their address next is linked anew',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (services, { session, params }) => {
      await asSystemFor(services, session, 'contact', seesContact(params.id), unlinkIdentities);
      forgetCallers(services);
      return null;
    },
  ),
];
