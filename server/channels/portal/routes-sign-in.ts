import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { systemIdentity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, Nothing } from '#platform/http/index.ts';
import { contactLink, setSessionCookie, signInByContactLink } from '#platform/identity/index.ts';
import { Id, Instant } from '#shared/http.ts';

const tag = 'Portal';

export const signInRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/contacts/:id/sign-in-link',
      access: 'contact.manage',
      tag,
      summary: 'A link that signs this contact in to the portal, once, within 15 minutes',
      params: Type.Object({ id: Id }),
      response: Type.Object({ url: Type.String(), expiresAt: Instant }),
      status: 201,
    },
    async (services, { params, session }) => {
      if (!session) throw notFound('session');
      const contact = await withContext(services, session.identity, (ctx) =>
        ctx.tx
          .selectFrom('contacts')
          .innerJoin('clients', 'clients.id', 'contacts.client_id')
          .select(['contacts.id', 'contacts.client_id', 'contacts.active', 'clients.active as client_active'])
          .where('contacts.id', '=', params.id)
          .executeTakeFirst(),
      );
      if (!contact) throw notFound('contact');
      if (!contact.active || !contact.client_active)
        throw invalid([{ path: 'id', message: 'is not in use any more, and neither signs in' }]);
      // Who may see the contact is settled; the token itself is the sign-in code's alone.
      return withContext(services, { ...systemIdentity('Sign-in'), actor: session.identity.actor }, (ctx) =>
        contactLink(ctx, { clientId: contact.client_id, contactId: contact.id }),
      );
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/portal/sessions',
      access: 'public',
      tag,
      summary: 'Sign in with the token of such a link',
      body: Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) }),
      response: Nothing,
      status: 204,
    },
    async (services, { body, request, reply }) => {
      setSessionCookie(services, reply, await signInByContactLink(services, body.token, request));
      return null;
    },
  ),
];
