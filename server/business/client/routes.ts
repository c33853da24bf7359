import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  ClientEventPage,
  ClientOverview,
  ClientPage,
  ClientQuery,
  ClientView,
  ContactCard,
  ContactPage,
  ContactQuery,
  ContactView,
  CreateClient,
  CreateContact,
  CreateGroup,
  CreateSite,
  GroupView,
  SiteView,
  UpdateClient,
  UpdateContact,
  UpdateGroup,
  UpdateSite,
} from '#shared/client.ts';
import { Id, PageQuery } from '#shared/http.ts';
import { createClient, listClients, updateClient, viewClient } from './clients.ts';
import { createContact, listContacts, samePerson, updateContact, viewContact } from './contacts.ts';
import { createGroup, deleteGroup, listGroups, updateGroup } from './groups.ts';
import { clientOverview } from './overview.ts';
import { setClientServices } from './services.ts';
import { createSite, listSites, updateSite } from './sites.ts';
import { clientTimeline } from './timeline.ts';

const ById = Type.Object({ id: Id });
const clients = { access: 'client.read', tag: 'Clients' } as const;
const manage = { access: 'client.manage', tag: 'Clients' } as const;
const Items = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Object({ items: Type.Array(item) });

export const clientRoutes = [
  defineRoute(
    {
      ...clients,
      method: 'GET',
      url: '/api/v1/clients',
      summary: 'Clients by name',
      query: ClientQuery,
      response: ClientPage,
    },
    (ctx, { query }) => listClients(ctx, query),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/clients',
      summary: 'Take on a client',
      body: CreateClient,
      response: ClientView,
      status: 201,
    },
    async (ctx, { body }) => viewClient(ctx, await createClient(ctx, body)),
  ),
  defineRoute(
    {
      ...clients,
      method: 'GET',
      url: '/api/v1/clients/:id',
      summary: 'One client',
      params: ById,
      response: ClientView,
    },
    (ctx, { params }) => viewClient(ctx, params.id),
  ),
  defineRoute(
    {
      ...clients,
      method: 'GET',
      url: '/api/v1/clients/:id/overview',
      summary: 'The whole relation with a client at a glance',
      params: ById,
      response: ClientOverview,
    },
    (ctx, { params }) => clientOverview(ctx, params.id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/clients/:id',
      summary: 'Change a client',
      params: ById,
      body: UpdateClient,
      response: ClientView,
    },
    async (ctx, { params, body }) => {
      await updateClient(ctx, params.id, body as UpdateClient);
      return viewClient(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'PUT',
      url: '/api/v1/clients/:id/services',
      summary: 'Say which services a client consumes',
      params: ById,
      body: Type.Object({ serviceIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }) }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await setClientServices(ctx, params.id, body.serviceIds);
      return null;
    },
  ),
  defineRoute(
    {
      ...clients,
      method: 'GET',
      url: '/api/v1/clients/:id/sites',
      summary: 'A client’s sites',
      params: ById,
      response: Items(SiteView),
    },
    async (ctx, { params }) => ({ items: await listSites(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/clients/:id/sites',
      summary: 'Add a site',
      params: ById,
      body: CreateSite,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await createSite(ctx, params.id, body as CreateSite) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/clients/:id/sites/:siteId',
      summary: 'Change a site',
      params: Type.Object({ id: Id, siteId: Id }),
      body: UpdateSite,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateSite(ctx, params.id, params.siteId, body as Parameters<typeof updateSite>[3]);
      return null;
    },
  ),
  defineRoute(
    {
      ...clients,
      method: 'GET',
      url: '/api/v1/client-groups',
      summary: 'Groups of clients',
      response: Items(GroupView),
    },
    async (ctx) => ({ items: await listGroups(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/client-groups',
      summary: 'Make a group of clients',
      body: CreateGroup,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createGroup(ctx, body as { name: string }) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/client-groups/:id',
      summary: 'Rename or describe a group of clients',
      params: ById,
      body: UpdateGroup,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateGroup(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'DELETE',
      url: '/api/v1/client-groups/:id',
      summary: 'Take an empty group away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await deleteGroup(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...clients,
      method: 'GET',
      url: '/api/v1/clients/:id/timeline',
      summary: 'What happened between us and a client, newest first',
      params: ById,
      query: Type.Object(PageQuery),
      response: ClientEventPage,
    },
    (ctx, { params, query }) => clientTimeline(ctx, params.id, query),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/contacts',
      access: 'contact.read',
      tag: 'Contacts',
      summary: 'People of clients by name, e-mail or phone',
      query: ContactQuery,
      response: ContactPage,
    },
    (ctx, { query }) => listContacts(ctx, query),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/contacts',
      access: 'contact.manage',
      tag: 'Contacts',
      summary: 'Add a person to a client',
      body: CreateContact,
      response: ContactView,
      status: 201,
    },
    async (ctx, { body }) => viewContact(ctx, await createContact(ctx, body as CreateContact)),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/contacts/:id',
      access: 'contact.read',
      tag: 'Contacts',
      summary: 'A person’s card',
      params: ById,
      response: ContactCard,
    },
    async (ctx, { params }) => ({
      contact: await viewContact(ctx, params.id),
      alsoAt: await samePerson(ctx, params.id),
    }),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/contacts/:id',
      access: 'contact.manage',
      tag: 'Contacts',
      summary: 'Change a person',
      params: ById,
      body: UpdateContact,
      response: ContactView,
    },
    async (ctx, { params, body }) => {
      await updateContact(ctx, params.id, body as UpdateContact);
      return viewContact(ctx, params.id);
    },
  ),
];
