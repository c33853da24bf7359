import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  CreateValueStream,
  FlowQuery,
  FlowTicketQuery,
  FlowTickets,
  PublishValueStream,
  SaveValueStream,
  SimulateValueStream,
  StreamFlow,
  StreamSimulation,
  ValueStreams,
  ValueStreamVersion,
  ValueStreamView,
} from '#shared/value-stream.ts';
import { streamFlow } from './flow.ts';
import { simulateStream } from './simulate.ts';
import {
  createStream,
  listStreams,
  publishStream,
  removeStream,
  saveStream,
  streamVersions,
  viewStream,
  withdrawStream,
} from './streams.ts';
import { flowTickets } from './tickets.ts';

const tag = 'Value streams';
const streams = '/api/v1/value-streams';
const ById = Type.Object({ id: Id });
const read = { method: 'GET', access: 'ticket.read', tag } as const;
const manage = { method: 'POST', access: 'stream.manage', tag, params: ById, response: ValueStreamView } as const;

export const streamRoutes = [
  defineRoute(
    { ...read, url: streams, summary: 'Value streams, in their order', response: ValueStreams },
    async (ctx) => ({ items: await listStreams(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'stream.manage',
      tag,
      url: streams,
      summary: 'Begin a value stream as a draft',
      body: CreateValueStream,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createStream(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'stream.manage',
      tag,
      url: `${streams}/simulate`,
      summary: 'How work would be seen to flow with other steps; changes nothing',
      body: SimulateValueStream,
      response: StreamSimulation,
    },
    (ctx, { body }) => simulateStream(ctx, body),
  ),
  defineRoute(
    { ...read, url: `${streams}/:id`, summary: 'A value stream', params: ById, response: ValueStreamView },
    (ctx, { params }) => viewStream(ctx, params.id),
  ),
  defineRoute(
    {
      ...read,
      url: `${streams}/:id/versions`,
      summary: 'Every version of a value stream, newest first',
      params: ById,
      response: Type.Object({ items: Type.Array(ValueStreamVersion) }),
    },
    async (ctx, { params }) => ({ items: await streamVersions(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...read,
      url: `${streams}/:id/flow`,
      summary: 'How work flowed through a value stream in a period: waits with their causes, touch, and the main delay',
      params: ById,
      query: FlowQuery,
      response: StreamFlow,
    },
    (ctx, { params, query }) => streamFlow(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...read,
      url: `${streams}/:id/tickets`,
      summary: 'The tickets behind a figure of a value stream, those that waited longest first',
      params: ById,
      query: FlowTicketQuery,
      response: FlowTickets,
    },
    (ctx, { params, query }) => flowTickets(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: `${streams}/:id`,
      summary: 'Change name, place or draft of a value stream',
      body: SaveValueStream,
    },
    async (ctx, { params, body }) => {
      await saveStream(ctx, params.id, body);
      return viewStream(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      url: `${streams}/:id/publish`,
      summary: 'Put the draft in force, and work out the past by it',
      body: PublishValueStream,
    },
    async (ctx, { params, body }) => {
      await publishStream(ctx, params.id, body);
      return viewStream(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      url: `${streams}/:id/withdraw`,
      summary: 'Take a value stream out of force',
      body: PublishValueStream,
    },
    async (ctx, { params, body }) => {
      await withdrawStream(ctx, params.id, body);
      return viewStream(ctx, params.id);
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      access: 'stream.manage',
      tag,
      url: `${streams}/:id`,
      summary: 'Throw away a value stream that is not in force',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removeStream(ctx, params.id);
      return null;
    },
  ),
];
