import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, Nothing } from '#platform/http/index.ts';
import {
  browserSecret,
  FLOW_SECONDS,
  giveBrowserSecret,
  policyFor,
  setSessionCookie,
  tokenHash,
} from '#platform/identity/index.ts';
import { portalUrl } from '#platform/portal-address/index.ts';
import { Id } from '#shared/http.ts';
import { GoTo } from '#shared/sso.ts';
import { type AnyRow, readAnyProvider, redirectUriAt } from '../provider.ts';
import { finishTrip, takePosted } from './answer.ts';
import { writeMetadata } from './metadata.ts';
import { acsPath, entityIdOf } from './present.ts';
import { signOnAddress } from './request.ts';
import { beginTrip } from './trip.ts';

const tag = 'Portal';
const SIGN_IN = systemIdentity('Sign-in');
const ById = Type.Object({ id: Id });
const at = '/api/v1/portal/sign-in/saml/:id';

const readSaml = async (ctx: Ctx, clientId: string | null, id: string): Promise<AnyRow> => {
  const row = await readAnyProvider(ctx, clientId, id);
  if (row.kind !== 'saml') throw notFound('identity provider');
  return row;
};

/** Sends a browser, known by the secret that it is given once the provider is found, on a trip there: the address. */
export async function sendTo(
  services: Services,
  id: string,
  trip: { host: string; secret(): string; trial: boolean; clientId: string | null },
): Promise<{ url: string }> {
  const { provider, signOnUrl, acs, begun } = await withContext(services, SIGN_IN, async (ctx) => {
    const provider = await readSaml(ctx, trip.clientId, id);
    if (!trip.trial && !(provider.active && (await policyFor(ctx, provider.client_id)).sso))
      throw notFound('identity provider');
    const signOnUrl = provider.sign_on_url;
    if (signOnUrl === null || provider.certificates.length === 0 || provider.issuer === '')
      throw invalid([
        { path: 'providerId', message: 'has not said of itself where it signs people on: paste its metadata' },
      ]);
    const acs = await redirectUriAt(ctx, provider, trip.host);
    const browser = tokenHash(trip.secret());
    return {
      provider,
      signOnUrl,
      acs,
      begun: await beginTrip(ctx, { providerId: id, acs, browser, trial: trip.trial }),
    };
  });
  const request = { signOnUrl, entityId: entityIdOf(services.baseUrl, id), acs, ...begun };
  return { url: await signOnAddress(request, provider.certificates) };
}

export const samlSignInRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: at,
      access: 'public',
      tag,
      summary: 'Begin to sign in to the portal at a client’s SAML provider; send the browser to the answer’s url',
      params: ById,
      response: GoTo,
      status: 201,
    },
    (services, { params, request, reply }) => {
      const secret = () => giveBrowserSecret(services, request, reply, FLOW_SECONDS);
      return sendTo(services, params.id, { host: request.host, secret, trial: false, clientId: null });
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: `${at}/acs`,
      access: 'public',
      tag,
      summary:
        'Where a client’s SAML provider makes the browser post its answer to (assertion consumer service); goes on by a GET',
      params: ById,
      // Providers add fields of their own.
      body: Type.Object({ SAMLResponse: Type.String(), RelayState: Type.String() }, { additionalProperties: true }),
      takesForeignForm: true,
      bodyLimit: 500_000,
      response: Nothing,
      status: 303,
    },
    async (services, { params, body, request, reply }) => {
      const next = await takePosted(services, params.id, body, request);
      const to =
        'handle' in next
          ? `${at.replace(':id', params.id)}/finish?handle=${next.handle}`
          : 'triedAt' in next
            ? `/clients/${next.triedAt}`
            : `${next.door ?? '/portal/sign-in'}?refused=${next.refused}`;
      reply.header('location', to);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: `${at}/finish`,
      access: 'public',
      tag,
      summary: 'Where the browser that began to sign in at a SAML provider is signed in; ends on a page of the portal',
      params: ById,
      query: Type.Object({ handle: Type.String({ maxLength: 100 }) }),
      response: Nothing,
      status: 302,
    },
    async (services, { params, query, request, reply }) => {
      const outcome = await finishTrip(services, params.id, query.handle, browserSecret(services, request), request);
      if ('token' in outcome) setSessionCookie(services, reply, outcome.token);
      const door = outcome.door ?? '/portal/sign-in';
      reply.header('location', 'refused' in outcome ? `${door}?refused=${outcome.refused}` : '/portal');
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: `${at}/metadata`,
      access: 'public',
      tag,
      summary: 'What Fettle is to a client’s SAML provider, as metadata (XML)',
      params: ById,
      response: Type.Any(),
    },
    async (services, { params, reply }) => {
      const metadata = await withContext(services, SIGN_IN, async (ctx) => {
        const { id, client_id } = await readSaml(ctx, null, params.id);
        const addresses = [`${services.baseUrl}${acsPath(id)}`, await portalUrl(ctx, client_id, acsPath(id))];
        return writeMetadata(entityIdOf(services.baseUrl, id), [...new Set(addresses)]);
      });
      return reply.type('application/samlmetadata+xml; charset=utf-8').serializer(String).send(metadata);
    },
  ),
];
