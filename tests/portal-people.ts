import type { FastifyRequest } from 'fastify';
import { newId } from '#kernel/ids.ts';
import { openSession } from '#platform/identity/index.ts';
import type { SignInWay } from '#shared/portal-sign-in.ts';
import type { Desk } from './desk.ts';
import { type Visitor, visit } from './visitor.ts';

/** The browser of somebody of a client, signed in as if by that way. */
export async function enterAs(
  desk: Desk,
  who: { clientId: string; contactId: string; way: SignInWay; providerId?: string },
): Promise<Visitor> {
  const request = { cookies: {}, headers: {}, ip: '127.0.0.1', host: 'localhost' } as unknown as FastifyRequest;
  const token = await desk.run((ctx) => openSession(ctx, { kind: 'contact', ...who }, request));
  const browser = visit(desk);
  browser.jar.set(`${desk.services.baseUrl.startsWith('https:') ? '__Host-' : ''}fettle_session`, token);
  return browser;
}

/** An identity provider of a client, as a row alone: nobody answers there. */
export async function plantProvider(desk: Desk, clientId: string, issuer = 'https://idp.example'): Promise<string> {
  const id = newId();
  await desk.run((ctx) =>
    ctx.tx
      .insertInto('client_identity_providers')
      .values({
        client_id: clientId,
        id,
        name: 'Their own',
        issuer,
        oidc_client_id: 'fettle',
        origins: [issuer],
        email_domains: [],
        makes_contacts: false,
        trusts_email: false,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute(),
  );
  return id;
}
