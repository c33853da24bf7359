import Type from 'typebox';
import { invalid } from '#kernel/errors.ts';
import { defineFreeRoute } from '#platform/http/index.ts';
import { FLOW_SECONDS, forgetCallers, giveBrowserSecret, requireFresh } from '#platform/identity/index.ts';
import { ClientProviderView, CreateSamlProvider, SamlMetadata, UpdateSamlProvider } from '#shared/client-sso.ts';
import { Id } from '#shared/http.ts';
import { GoTo } from '#shared/sso.ts';
import { presentProvider, readAnyProvider } from '../provider.ts';
import { forClient } from '../routes-provider.ts';
import { readMetadata } from './metadata.ts';
import { createSaml, updateSaml } from './provider.ts';
import { sendTo } from './routes-sign-in.ts';

const tag = 'Single sign-on';
const OfClient = Type.Object({ id: Id });
const One = Type.Object({ id: Id, providerId: Id });
const at = '/api/v1/clients/:id/saml-providers';

export const samlProviderRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: at,
      access: 'sso.manage',
      tag,
      summary: 'Let a client’s people sign in at a SAML 2.0 provider of theirs; off until it is turned on',
      params: OfClient,
      body: CreateSamlProvider,
      response: ClientProviderView,
      status: 201,
    },
    (services, { session, params, body }) => {
      requireFresh(session, services.now());
      return forClient(services, session, params.id, async (ctx) => {
        const made = await createSaml(ctx, params.id, body);
        return presentProvider(ctx, await readAnyProvider(ctx, params.id, made));
      });
    },
  ),
  defineFreeRoute(
    {
      method: 'PATCH',
      url: `${at}/:providerId`,
      access: 'sso.manage',
      tag,
      summary: 'Change a SAML provider of a client; turning it off ends the sessions that began there',
      params: One,
      body: UpdateSamlProvider,
      response: ClientProviderView,
    },
    async (services, { session, params, body }) => {
      requireFresh(session, services.now());
      const changed = await forClient(services, session, params.id, async (ctx) => {
        await updateSaml(ctx, params.id, params.providerId, body);
        return presentProvider(ctx, await readAnyProvider(ctx, params.id, params.providerId));
      });
      forgetCallers(services);
      return changed;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: `${at}/metadata`,
      access: 'sso.manage',
      tag,
      summary: 'Read the metadata of a SAML provider: its entity id, where it signs people on, its certificates',
      params: OfClient,
      body: Type.Object({ xml: Type.String({ minLength: 1, maxLength: 900_000 }) }),
      response: SamlMetadata,
    },
    async (services, { session, params, body }) => {
      await forClient(services, session, params.id, async () => undefined);
      const read = await readMetadata(body.xml);
      if ('wrong' in read) throw invalid([{ path: 'xml', message: read.wrong }]);
      return read;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: `${at}/:providerId/trials`,
      access: 'sso.manage',
      tag,
      summary:
        'Try a SAML provider out: send the browser to the answer’s url; what it says is shown as its last answer, nobody is signed in',
      params: One,
      response: GoTo,
      status: 201,
    },
    async (services, { session, params, request, reply }) => {
      await forClient(services, session, params.id, async () => undefined);
      const secret = () => giveBrowserSecret(services, request, reply, FLOW_SECONDS);
      return sendTo(services, params.providerId, { host: request.host, secret, trial: true, clientId: params.id });
    },
  ),
];
