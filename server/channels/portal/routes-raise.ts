import Type from 'typebox';
import { inNameOf } from '#platform/context/index.ts';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { AddPeople, RaiseOptions, RaiseTicket, TicketPeople, TicketRaised } from '#shared/portal.ts';
import { TicketRef } from '#shared/ticket.ts';
import { addPeople, peopleOf, removePerson } from './people.ts';
import { raiseOptions, raiseTicket } from './raise.ts';

const own = { access: 'contact', tag: 'Portal', under: inNameOf } as const;

export const raiseRoutes = [
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/raise-options',
      summary: 'What I may choose from when I raise a ticket: sites and services',
      response: RaiseOptions,
    },
    (ctx) => raiseOptions(ctx),
  ),
  defineRoute(
    {
      ...own,
      method: 'POST',
      url: '/api/v1/portal/tickets',
      summary: 'Raise a ticket, for myself or for a colleague',
      body: RaiseTicket,
      perMinute: 10,
      response: TicketRaised,
      status: 201,
    },
    async (ctx, { body }) => {
      const { id, key } = await raiseTicket(ctx, body);
      return { id, key };
    },
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/tickets/:idOrKey/people',
      summary: 'Who of my company is told of it besides whoever asked',
      params: TicketRef,
      response: TicketPeople,
    },
    (ctx, { params }) => peopleOf(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      ...own,
      method: 'POST',
      url: '/api/v1/portal/tickets/:idOrKey/people',
      summary: 'Let colleagues follow it; about addresses that nobody knows the service desk decides',
      params: TicketRef,
      body: AddPeople,
      response: TicketPeople,
      status: 201,
    },
    (ctx, { params, body }) => addPeople(ctx, params.idOrKey, body),
  ),
  defineRoute(
    {
      ...own,
      method: 'DELETE',
      url: '/api/v1/portal/tickets/:idOrKey/people/:contactId',
      summary: 'Take somebody off it, or myself',
      params: Type.Object({ idOrKey: TicketRef.properties.idOrKey, contactId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removePerson(ctx, params.idOrKey, params.contactId);
      return null;
    },
  ),
];
