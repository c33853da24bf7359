import Type from 'typebox';
import { defineFreeRoute, Nothing } from '#platform/http/index.ts';
import { requireFresh } from '#platform/identity/index.ts';
import {
  ConnectorHealth,
  ConnectorKinds,
  ConnectorList,
  ConnectorRemoval,
  ConnectorTried,
  ConnectorView,
  CreateConnector,
  HookAddress,
  HookTold,
  SyncNow,
  TriedCall,
  TryCall,
  TryConnector,
  UpdateConnector,
} from '#shared/connector.ts';
import { Id } from '#shared/http.ts';
import { asFreshManager, asManager, managerOf } from './as-manager.ts';
import { createConnector } from './create.ts';
import { connectorHealth } from './health.ts';
import { rotateHook } from './hook/address.ts';
import { subscribeHook } from './hook/subscribe.ts';
import { tryCall } from './hook/try-call.ts';
import { listConnectors, presentProviders, viewConnector } from './present.ts';
import { removalOf, removeConnector } from './remove.ts';
import { pauseConnector, resumeConnector, syncNow } from './switch.ts';
import { tryConnector } from './try.ts';
import { updateConnector } from './update.ts';

const params = Type.Object({ id: Id });
const read = { method: 'GET', access: 'connector.read', tag: 'Connectors' } as const;
const manage = { access: 'connector.manage', tag: 'Connectors' } as const;

export const connectorRoutes = [
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connector-kinds',
      summary: 'The kinds of systems that can be connected',
      response: ConnectorKinds,
    },
    async (_services, { session }) => {
      managerOf(session);
      return { items: presentProviders() };
    },
  ),
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors',
      summary: 'The systems that are connected, and how they are doing',
      response: ConnectorList,
    },
    async (services, { session }) => ({ items: await asManager(services, session, (ctx) => listConnectors(ctx)) }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors',
      summary: 'Connect a system; reading it begins at once, and nothing is taken of sites that are not mapped',
      body: CreateConnector,
      response: ConnectorView,
      status: 201,
    },
    (services, { session, body }) =>
      asFreshManager(services, session, async (ctx) => viewConnector(ctx, await createConnector(ctx, body))),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/test',
      summary:
        'Sign in at a system with what was typed, and say whose account it is or what is in the way; nothing is kept',
      body: TryConnector,
      response: ConnectorTried,
    },
    (services, { session, body }) => {
      managerOf(session);
      return tryConnector(services, body);
    },
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/test-call',
      summary: 'Say what alerts a body would become with the values that were typed; nothing is kept',
      body: TryCall,
      response: TriedCall,
    },
    async (services, { session, body }) => {
      managerOf(session);
      return tryCall(body, services.now());
    },
  ),
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors/:id',
      summary: 'A connector, without its secrets',
      params,
      response: ConnectorView,
    },
    (services, { session, params: { id } }) => asManager(services, session, (ctx) => viewConnector(ctx, id)),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/connectors/:id',
      summary: 'Change a connector; at another origin its secrets are asked for anew',
      params,
      body: UpdateConnector,
      response: ConnectorView,
    },
    (services, { session, params: { id }, body }) =>
      asFreshManager(services, session, async (ctx) => {
        await updateConnector(ctx, id, body);
        return viewConnector(ctx, id);
      }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/:id/pause',
      summary: 'Stop reading a system until somebody lets it go on',
      params,
      response: ConnectorView,
    },
    (services, { session, params: { id } }) =>
      asManager(services, session, async (ctx) => {
        await pauseConnector(ctx, id);
        return viewConnector(ctx, id);
      }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/:id/resume',
      summary: 'Let a connector go on that was paused, or whose credentials were refused',
      params,
      response: ConnectorView,
    },
    (services, { session, params: { id } }) =>
      asManager(services, session, async (ctx) => {
        await resumeConnector(ctx, id);
        return viewConnector(ctx, id);
      }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/:id/sync',
      summary: 'Read a system now rather than when it is due',
      params,
      body: SyncNow,
      response: ConnectorView,
      status: 202,
    },
    (services, { session, params: { id }, body: { what } }) =>
      asManager(services, session, async (ctx) => {
        await syncNow(ctx, id, what);
        return viewConnector(ctx, id);
      }),
  ),
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors/:id/health',
      summary: 'How a connector is doing: whose its devices are, what was odd, what called',
      params,
      response: ConnectorHealth,
    },
    (services, { session, params: { id } }) => asManager(services, session, (ctx) => connectorHealth(ctx, id)),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/:id/hook',
      summary: 'Make a new address that the system calls; it is shown this once, and the one before is known no more',
      params,
      response: HookAddress,
      status: 201,
    },
    (services, { session, params: { id } }) => asFreshManager(services, session, (ctx) => rotateHook(ctx, id)),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/:id/hook/subscribe',
      summary: 'Make a new address and tell the system by its API to call it, or say what is in the way',
      params,
      response: HookTold,
    },
    async (services, { session, params: { id } }) => {
      requireFresh(managerOf(session), services.now());
      return subscribeHook(services, id, (work) => asManager(services, session, work));
    },
  ),
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors/:id/removal',
      summary: 'What would go with a connector and what would stay',
      params,
      response: ConnectorRemoval,
    },
    (services, { session, params: { id } }) => asManager(services, session, (ctx) => removalOf(ctx, id)),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'DELETE',
      url: '/api/v1/connectors/:id',
      summary: 'Forget a connector with its secrets, sites and runs; what it brought stays',
      params,
      response: Nothing,
      status: 204,
    },
    async (services, { session, params: { id } }) => {
      await asFreshManager(services, session, (ctx) => removeConnector(ctx, id));
      return null;
    },
  ),
];
