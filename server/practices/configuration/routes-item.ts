import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  BeginRemote,
  ChangedItems,
  ChangeItems,
  CreateEstateItem,
  EstateItemPage,
  EstateItemView,
  HistoryQuery,
  ItemFilter,
  ItemHistory,
  ItemQuery,
  ItemsTable,
  ItemTableQuery,
  ItemTickets,
  LinkItem,
  SoftwarePage,
  SoftwareQuery,
  Stock,
  TicketItems,
  UpdateEstateItem,
} from '#shared/estate.ts';
import { CreateRelation, Impact, ImpactQuery, RelationKinds, ServiceMap } from '#shared/estate-relations.ts';
import { Counted, Id } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { changeItems } from './change-many.ts';
import { createItem } from './create.ts';
import { historyOf } from './history.ts';
import { impactOf, serviceMapOf } from './impact.ts';
import { linkItemToTicket, unlinkItem } from './link.ts';
import { countFound, listItems } from './queries.ts';
import { listRelationKinds, relateItems, unrelateItems } from './relations.ts';
import { beginRemote } from './remote.ts';
import { softwareOf } from './software.ts';
import { stockOf } from './stock.ts';
import { tableOfItems } from './table.ts';
import { itemsOfTicket } from './ticket-items.ts';
import { ticketsOfItem } from './tickets-of-item.ts';
import { updateItem } from './update.ts';
import { viewItem } from './view.ts';

const tag = 'Estate';
const ById = Type.Object({ id: Id });
const read = { method: 'GET', access: 'estate.read', tag } as const;
const manage = { access: 'estate.manage', tag } as const;

export const itemRoutes = [
  defineRoute(
    {
      ...read,
      url: '/api/v1/items',
      summary: 'Items of the estate, by name unless another order is asked for',
      query: ItemQuery,
      response: EstateItemPage,
    },
    (ctx, { query }) => listItems(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/items/count',
      summary: `How many items a filter finds, counted up to ${COUNT_CAP}`,
      query: ItemFilter,
      response: Counted,
    },
    (ctx, { query }) => countFound(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/items/table',
      summary: 'The items that a filter finds as a table of comma-separated values, at most 10,000',
      query: ItemTableQuery,
      response: ItemsTable,
    },
    (ctx, { query }) => tableOfItems(ctx, query),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/items',
      summary: 'Add an item by hand',
      body: CreateEstateItem,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createItem(ctx, body) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/items/changes',
      summary: 'Set state, site or owner of many items; what one refuses leaves the others alone',
      body: ChangeItems,
      response: ChangedItems,
    },
    async (ctx, { body }) => ({ items: await changeItems(ctx, body) }),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/item-stock',
      summary: 'What lies in stock or is on order, by class, client and site',
      query: Type.Object({ clientId: Type.Optional(Id) }),
      response: Stock,
    },
    (ctx, { query }) => stockOf(ctx, query.clientId ?? null),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/items/:id',
      summary: 'One item: what holds, and who says so',
      params: ById,
      response: EstateItemView,
    },
    (ctx, { params }) => viewItem(ctx, params.id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/items/:id',
      summary: 'Change an item by hand; null for an attribute lets the other sources say it again',
      params: ById,
      body: UpdateEstateItem,
      response: EstateItemView,
    },
    async (ctx, { params, body }) => {
      await updateItem(ctx, params.id, body);
      return viewItem(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/items/:id/history',
      summary: 'What happened to an item, each change with its source, the latest first',
      params: ById,
      query: HistoryQuery,
      response: ItemHistory,
    },
    (ctx, { params, query }) => historyOf(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/items/:id/software',
      summary: 'What is installed on an item',
      params: ById,
      query: SoftwareQuery,
      response: SoftwarePage,
    },
    (ctx, { params, query }) => softwareOf(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/items/:id/tickets',
      summary: 'The tickets that are about an item',
      params: ById,
      response: ItemTickets,
    },
    (ctx, { params }) => ticketsOfItem(ctx, params.id),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/items/:id/impact',
      summary: 'What is hurt if an item fails, or what it needs itself, at any depth',
      params: ById,
      query: ImpactQuery,
      response: Impact,
    },
    (ctx, { params, query }) => impactOf(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/clients/:id/service-map',
      summary: 'A client’s services and what they stand on',
      params: ById,
      response: ServiceMap,
    },
    (ctx, { params }) => serviceMapOf(ctx, params.id),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/relation-kinds',
      summary: 'What relations there are and what they mean',
      response: RelationKinds,
    },
    async (ctx) => ({ items: await listRelationKinds(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/item-relations',
      summary: 'Say how one item hangs on another',
      body: CreateRelation,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await relateItems(ctx, body) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'DELETE',
      url: '/api/v1/item-relations/:id',
      summary: 'Take a relation away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await unrelateItems(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/tickets/:idOrKey/items',
      summary: 'What a ticket is about: devices and other items',
      params: TicketRef,
      response: TicketItems,
    },
    (ctx, { params }) => itemsOfTicket(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'ticket.update',
      tag,
      url: '/api/v1/tickets/:idOrKey/items',
      summary: 'Say that a ticket is about an item of its client',
      params: TicketRef,
      body: LinkItem,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await linkItemToTicket(ctx, params.idOrKey, body.itemId);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'ticket.update',
      tag,
      url: '/api/v1/tickets/:idOrKey/remote-sessions',
      summary: 'Note in a ticket that a remote session with one of its devices begins, and say by which address',
      params: TicketRef,
      body: BeginRemote,
      response: Type.Object({ url: Type.String() }),
    },
    (ctx, { params, body }) => beginRemote(ctx, params.idOrKey, body),
  ),
  defineRoute(
    {
      method: 'DELETE',
      access: 'ticket.update',
      tag,
      url: '/api/v1/tickets/:idOrKey/items/:itemId',
      summary: 'Say that a ticket is not about an item after all',
      params: Type.Object({ ...TicketRef.properties, itemId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await unlinkItem(ctx, params.idOrKey, params.itemId);
      return null;
    },
  ),
];
