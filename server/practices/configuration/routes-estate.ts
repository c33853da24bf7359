import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  BaselineList,
  ClassList,
  CreateBaseline,
  CreateClass,
  DecideDuplicate,
  Drift,
  DuplicatePage,
  DuplicateQuery,
  ExpiryPage,
  ExpiryQuery,
  ItemCounts,
  JoinItems,
  LicencePositions,
  UpdateClass,
} from '#shared/estate.ts';
import { Id } from '#shared/http.ts';
import { createBaseline, deleteBaseline, driftSince, listBaselines } from './baselines.ts';
import { createClass, listClasses, updateClass } from './class-changes.ts';
import { countItems } from './counts.ts';
import { listDuplicates } from './duplicates-list.ts';
import { listExpiries } from './expiries.ts';
import { decideDuplicate, joinItems, splitJoined } from './join.ts';
import { licencePositions } from './licences.ts';

const tag = 'Estate';
const ById = Type.Object({ id: Id });
const ByKey = Type.Object({ key: Type.String({ maxLength: 40 }) });
const read = { method: 'GET', access: 'estate.read', tag } as const;
const manage = { access: 'estate.manage', tag } as const;

export const estateRoutes = [
  defineRoute(
    {
      ...read,
      url: '/api/v1/item-classes',
      summary: 'The classes of items, with what each inherits',
      response: ClassList,
    },
    async (ctx) => ({ items: await listClasses(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'settings.manage',
      tag,
      url: '/api/v1/item-classes',
      summary: 'Add a class below another',
      body: CreateClass,
      response: ClassList,
      status: 201,
    },
    async (ctx, { body }) => {
      await createClass(ctx, body);
      return { items: await listClasses(ctx) };
    },
  ),
  defineRoute(
    {
      method: 'PATCH',
      access: 'settings.manage',
      tag,
      url: '/api/v1/item-classes/:key',
      summary: 'Change a class and its attributes',
      params: ByKey,
      body: UpdateClass,
      response: ClassList,
    },
    async (ctx, { params, body }) => {
      await updateClass(ctx, params.key, body);
      return { items: await listClasses(ctx) };
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/item-duplicates',
      summary: 'Items that may be one, the latest first',
      query: DuplicateQuery,
      response: DuplicatePage,
    },
    (ctx, { query }) => listDuplicates(ctx, query),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/item-duplicates/:id/decision',
      summary: 'Say whether two items are one',
      params: ById,
      body: DecideDuplicate,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await decideDuplicate(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'DELETE',
      url: '/api/v1/item-duplicates/:id/decision',
      summary: 'Take a joining back: both are there again, each with its own',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await splitJoined(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/items/:id/join',
      summary: 'Join another item with this one; what it was stays as the history of both',
      params: ById,
      body: JoinItems,
      response: Type.Object({ id: Type.String({ format: 'uuid', description: 'By what it is taken back' }) }),
    },
    async (ctx, { params, body }) => ({ id: await joinItems(ctx, params.id, body.otherId) }),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/item-ends',
      summary: 'What ends when: warranties, certificates, domains, licences, contracts',
      query: ExpiryQuery,
      response: ExpiryPage,
    },
    (ctx, { query }) => listExpiries(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/licence-positions',
      summary: 'What licences entitle to, against what is installed',
      query: Type.Object({ clientId: Type.Optional(Id) }),
      response: LicencePositions,
    },
    async (ctx, { query }) => ({ items: await licencePositions(ctx, query.clientId ?? null) }),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/clients/:id/item-counts',
      summary: 'How many items of each class a client has',
      params: ById,
      response: ItemCounts,
    },
    (ctx, { params }) => countItems(ctx, params.id),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/clients/:id/baselines',
      summary: 'How a client’s estate stood, as it was kept',
      params: ById,
      response: BaselineList,
    },
    async (ctx, { params }) => ({ items: await listBaselines(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/clients/:id/baselines',
      summary: 'Keep how a client’s estate stands now',
      params: ById,
      body: CreateBaseline,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await createBaseline(ctx, params.id, body.name) }),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/baselines/:id/drift',
      summary: 'What differs between a baseline and now',
      params: ById,
      response: Drift,
    },
    (ctx, { params }) => driftSince(ctx, params.id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'DELETE',
      url: '/api/v1/baselines/:id',
      summary: 'Throw a baseline away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await deleteBaseline(ctx, params.id);
      return null;
    },
  ),
];
