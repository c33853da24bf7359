import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, Nothing } from '#platform/http/index.ts';
import {
  type AskedMail,
  browserSecret,
  contactLink,
  countMailAsked,
  type Entry,
  enterByMail,
  enterByPassword,
  giveBrowserSecret,
  MAIL_PROOF_SECONDS,
  PORTAL_SIGN_IN,
  policyFor,
  setSessionCookie,
  signInByContactLink,
  tokenHash,
} from '#platform/identity/index.ts';
import { clientAt } from '#platform/portal-address/index.ts';
import { isSending } from '#server/channels/mail-out/index.ts';
import { PortalQuery } from '#shared/brand.ts';
import { Id, Instant } from '#shared/http.ts';
import { AskSignInMail, EnterPortal, PortalEntry, PortalSignIn } from '#shared/portal-sign-in.ts';
import { type AskedPassword, PASSWORD_MAIL_JOB } from './password-mail.ts';
import { providersOf } from './providers.ts';
import { SIGN_IN_MAIL_JOB } from './sign-in-mail.ts';

const tag = 'Portal';
const SIGN_IN = systemIdentity('Sign-in');

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
      return withContext(services, { ...SIGN_IN, actor: session.identity.actor }, (ctx) =>
        contactLink(ctx, { clientId: contact.client_id, contactId: contact.id }),
      );
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/portal/sign-in',
      access: 'public',
      tag,
      summary: 'Which ways there are into the portal, or into the one of the client whose address it is',
      query: PortalQuery,
      response: PortalSignIn,
    },
    (services, { query, request }) =>
      withContext(services, SIGN_IN, async (ctx) => {
        const client = await clientAt(ctx, { host: request.host, code: query.for });
        const policy = client === null ? null : await policyFor(ctx, client);
        const [sending, password] = [await isSending(ctx), policy?.password ?? (await somePasswords(ctx))];
        return {
          mail: (policy?.mail ?? true) && sending,
          password,
          passwordMail: password && sending,
          providers: client !== null && policy?.sso ? await providersOf(ctx, client) : [],
        };
      }),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/portal/sign-in-mails',
      access: 'public',
      tag,
      summary:
        'Ask for a mail with a link and a code to sign in; the answer is the same whether or not the address is known',
      body: AskSignInMail,
      response: Nothing,
      status: 204,
    },
    async (services, { body, request, reply }) => {
      const secret = giveBrowserSecret(services, request, reply, MAIL_PROOF_SECONDS);
      const email = body.email.trim().toLowerCase();
      await withContext(services, SIGN_IN, async (ctx) => {
        await countMailAsked(ctx, email, request.ip);
        const clientId = await clientAt(ctx, { host: request.host, code: body.for });
        const asked: AskedMail = { email, browser: tokenHash(secret), clientId };
        await services.jobs.enqueue(ctx, SIGN_IN_MAIL_JOB, asked);
      });
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/portal/password-mails',
      access: 'public',
      tag,
      summary:
        'Ask for a mail with a link, good for an hour, to choose a password; the answer is the same whether or not the address is known',
      body: AskSignInMail,
      response: Nothing,
      status: 204,
    },
    async (services, { body, request }) => {
      const email = body.email.trim().toLowerCase();
      await withContext(services, SIGN_IN, async (ctx) => {
        await countMailAsked(ctx, email, request.ip);
        const asked: AskedPassword = { email, clientId: await clientAt(ctx, { host: request.host, code: body.for }) };
        await services.jobs.enqueue(ctx, PASSWORD_MAIL_JOB, asked);
      });
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/portal/sessions',
      access: 'public',
      tag,
      summary: 'Sign in with the token of a link, the code of a mail in the browser that asked for it, or a password',
      body: EnterPortal,
      response: PortalEntry,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const entry = await enter(services, body, request);
      if ('choices' in entry) return { entered: false, codeAsked: false, choices: entry.choices };
      setSessionCookie(services, reply, entry.token);
      const entered = entry.stage === 'full';
      return { entered, codeAsked: !entered, choices: [] };
    },
  ),
];

/** Whether any client's people have passwords; what everybody's door offers must not depend on who stands before it. */
const somePasswords = async (ctx: Ctx): Promise<boolean> =>
  (
    await sql<{ some: boolean }>`select exists (
      select from settings where key = ${PORTAL_SIGN_IN.key} and value ->> 'password' = 'true') as some`.execute(ctx.tx)
  ).rows[0]?.some ?? false;

async function enter(services: Services, body: EnterPortal, request: FastifyRequest): Promise<Entry> {
  if (body.token !== undefined) {
    const { token } = body;
    const byStaff = await signInByContactLink(services, token, request);
    return byStaff ?? enterByMail(services, { token }, body.contactId, request);
  }
  const { email, code, password } = body;
  if (email !== undefined && password !== undefined) {
    const clientId = await withContext(services, SIGN_IN, (ctx) =>
      clientAt(ctx, { host: request.host, code: body.for }),
    );
    return enterByPassword(services, { email, password, clientId }, body.contactId, request);
  }
  const secret = browserSecret(services, request);
  if (email === undefined || code === undefined)
    throw invalid([{ path: 'token', message: 'is needed, or the address with its code or a password' }]);
  if (secret === undefined)
    throw invalid([{ path: 'code', message: 'works only in the browser where the mail was asked for' }]);
  return enterByMail(services, { email, code, secret }, body.contactId, request);
}
