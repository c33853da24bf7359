import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  AvailabilityQuery,
  AvailabilityView,
  ClientService,
  CreateOffering,
  HealthPage,
  HealthQuery,
  OfferingQuery,
  Offerings,
  OfferingView,
  OutagePage,
  OutageQuery,
  OutagesOf,
  OutageView,
  RecordOutage,
  SetClientService,
  UpdateOffering,
  UpdateOutage,
  WithdrawOutage,
} from '#shared/service.ts';
import { viewAvailability } from './availability.ts';
import { putClientService, viewClientService } from './client-service.ts';
import { listHealth } from './health.ts';
import { listOutages, viewOutage } from './outages.ts';
import { createOffering, listOfferings, updateOffering, viewOffering } from './portfolio.ts';
import { recordOutage, updateOutage, withdrawOutage } from './record.ts';

const ById = Type.Object({ id: Id });
const AtClient = Type.Object({ id: Id, serviceId: Id });
const read = { method: 'GET', access: 'ticket.read', tag: 'Services' } as const;
const manage = { access: 'service.manage', tag: 'Services' } as const;

export const serviceRoutes = [
  defineRoute(
    {
      ...read,
      url: '/api/v1/service-offerings',
      summary: 'The portfolio, with how each service goes at its clients; of a client, what that has',
      query: OfferingQuery,
      response: Offerings,
    },
    async (ctx, { query }) => ({ items: await listOfferings(ctx, query) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/service-offerings',
      summary: 'Add a service to the portfolio',
      body: CreateOffering,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createOffering(ctx, body) }),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/service-offerings/:id',
      summary: 'One service as it is offered',
      params: ById,
      response: OfferingView,
    },
    (ctx, { params }) => viewOffering(ctx, params.id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/service-offerings/:id',
      summary: 'Change what is offered; what a client has by itself stays',
      params: ById,
      body: UpdateOffering,
      response: OfferingView,
    },
    async (ctx, { params, body }) => {
      await updateOffering(ctx, params.id, body);
      return viewOffering(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/service-health',
      summary: 'How services do at clients and why, whoever does worst first',
      query: HealthQuery,
      response: HealthPage,
    },
    (ctx, { query }) => listHealth(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/clients/:id/services/:serviceId',
      summary: 'A service as a client has it: what it has by itself, how it does, its months, items and changes',
      params: AtClient,
      response: ClientService,
    },
    (ctx, { params }) => viewClientService(ctx, { clientId: params.id, serviceId: params.serviceId }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/clients/:id/services/:serviceId',
      summary: 'Say what a client has of a service by itself; null takes what is offered',
      params: AtClient,
      body: SetClientService,
      response: ClientService,
    },
    async (ctx, { params, body }) => {
      const pair = { clientId: params.id, serviceId: params.serviceId };
      await putClientService(ctx, pair, body);
      return viewClientService(ctx, pair);
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/services/:id/availability',
      summary: 'How much of the agreed time a client’s service was there, and how that comes about',
      params: ById,
      query: AvailabilityQuery,
      response: AvailabilityView,
    },
    (ctx, { params, query }) => viewAvailability(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/services/:id/outages',
      summary: 'Outages of a service, the newest beginning first',
      params: ById,
      query: OutagesOf,
      response: OutagePage,
    },
    (ctx, { params, query }) => listOutages(ctx, { ...query, serviceId: params.id }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/services/:id/outages',
      summary: 'Record that a client’s service is or was not there, or will not be',
      params: ById,
      body: RecordOutage,
      response: OutageView,
      status: 201,
    },
    async (ctx, { params, body }) => viewOutage(ctx, await recordOutage(ctx, params.id, body)),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/outages',
      summary: 'Outages of services, the newest beginning first',
      query: OutageQuery,
      response: OutagePage,
    },
    (ctx, { query }) => listOutages(ctx, query),
  ),
  defineRoute(
    { ...read, url: '/api/v1/outages/:id', summary: 'One outage', params: ById, response: OutageView },
    (ctx, { params }) => viewOutage(ctx, params.id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/outages/:id',
      summary: 'Change an outage, or end it',
      params: ById,
      body: UpdateOutage,
      response: OutageView,
    },
    async (ctx, { params, body }) => {
      await updateOutage(ctx, params.id, body);
      return viewOutage(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/outages/:id/withdraw',
      summary: 'Say that it was no outage: it stays to be read and counts no more',
      params: ById,
      body: WithdrawOutage,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await withdrawOutage(ctx, params.id, body.version);
      return null;
    },
  ),
];
