import Type from 'typebox';
import { defineFreeRoute } from '#platform/http/index.ts';
import {
  CallBody,
  CallQuery,
  ConnectorCalls,
  ConnectorRuns,
  ConnectorSites,
  MapSites,
  NamedSites,
} from '#shared/connector.ts';
import { Id, PageQuery } from '#shared/http.ts';
import { asManager } from './as-manager.ts';
import { listCalls, readCall } from './hook/calls.ts';
import { readConnector } from './rows.ts';
import { listRuns } from './runs.ts';
import { listSites } from './sites/list.ts';
import { acceptSuggestions, makeClients, mapSites } from './sites/map.ts';

const params = Type.Object({ id: Id });
const read = { method: 'GET', access: 'connector.read', tag: 'Connectors' } as const;
const manage = { access: 'connector.manage', tag: 'Connectors' } as const;

/** What was read: its sites and whose they are, how reading went, and what called. */
export const connectorSiteRoutes = [
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors/:id/sites',
      summary: 'The places at a system, those without an owner first, each with whose it may be and why',
      params,
      response: ConnectorSites,
    },
    async (services, { session, params: { id } }) => ({
      items: await asManager(services, session, async (ctx) => {
        await readConnector(ctx, id);
        return listSites(ctx, id);
      }),
    }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'PUT',
      url: '/api/v1/connectors/:id/sites',
      summary: 'Say which client and site some places stand for, or that they are passed over',
      params,
      body: MapSites,
      response: ConnectorSites,
    },
    async (services, { session, params: { id }, body }) => ({
      items: await asManager(services, session, async (ctx) => {
        await mapSites(ctx, id, body.items);
        return listSites(ctx, id);
      }),
    }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/:id/sites/accept',
      summary: 'Map every place as it is suggested',
      params,
      response: ConnectorSites,
    },
    async (services, { session, params: { id } }) => ({
      items: await asManager(services, session, async (ctx) => {
        await readConnector(ctx, id);
        await acceptSuggestions(ctx, id);
        return listSites(ctx, id);
      }),
    }),
  ),
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/connectors/:id/sites/clients',
      summary: 'Take on a client for each of these places that is nobody’s, and map it',
      params,
      body: NamedSites,
      response: ConnectorSites,
    },
    async (services, { session, params: { id }, body }) => ({
      items: await asManager(services, session, async (ctx) => {
        await readConnector(ctx, id);
        await makeClients(ctx, id, body.externalIds);
        return listSites(ctx, id);
      }),
    }),
  ),
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors/:id/runs',
      summary: 'How reading a system went, newest first',
      params,
      query: Type.Object(PageQuery),
      response: ConnectorRuns,
    },
    (services, { session, params: { id }, query }) => asManager(services, session, (ctx) => listRuns(ctx, id, query)),
  ),
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors/:id/calls',
      summary: 'What a system called with in the last fourteen days, and what became of it',
      params,
      query: CallQuery,
      response: ConnectorCalls,
    },
    (services, { session, params: { id }, query }) => asManager(services, session, (ctx) => listCalls(ctx, id, query)),
  ),
  defineFreeRoute(
    {
      ...read,
      url: '/api/v1/connectors/:id/calls/:callId',
      summary: 'A call as it came',
      params: Type.Object({ id: Id, callId: Id }),
      response: CallBody,
    },
    (services, { session, params: { id, callId } }) => asManager(services, session, (ctx) => readCall(ctx, id, callId)),
  ),
];
