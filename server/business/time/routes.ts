import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { Id } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import {
  AddTime,
  DecideTime,
  EditTime,
  HandedIn,
  OwedQuery,
  Reminded,
  RemindOwners,
  Sheet,
  SheetOfPerson,
  SheetQuery,
  TimeEntryView,
  TimeOwed,
  TimePeriod,
  TimeSum,
  Utilisation,
  UtilisationQuery,
} from '#shared/time.ts';
import { decideTime, submitTime, takeTimeBack } from './decide.ts';
import { addTime, editTime, removeTime } from './entries.ts';
import { remindOwners, timeOwed } from './owed.ts';
import { sheetOf, sheetsIn, timeOf, viewEntry } from './sheet.ts';
import { utilisation } from './utilisation.ts';

const tag = 'Time';
const time = '/api/v1/time';
const ById = Type.Object({ id: Id });

export const timeRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/time',
      access: 'ticket.read',
      tag,
      summary: 'Time worked on a ticket, newest first',
      params: TicketRef,
      response: Type.Object({ items: Type.Array(TimeEntryView) }),
    },
    async (ctx, { params }) => ({ items: await timeOf(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/time',
      access: 'ticket.time',
      tag,
      summary: 'Record time worked on a ticket',
      params: TicketRef,
      body: AddTime,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await addTime(ctx, await findTicket(ctx, params.idOrKey), body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: time,
      access: 'ticket.time',
      tag,
      summary: 'A timesheet: what a person recorded on some days, with what overlaps',
      query: SheetQuery,
      response: Sheet,
    },
    (ctx, { query }) => sheetOf(ctx, query),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: `${time}/:id`,
      access: 'ticket.time',
      tag,
      summary: 'Change recorded time that is not approved',
      params: ById,
      body: EditTime,
      response: TimeEntryView,
    },
    async (ctx, { params, body }) => {
      await editTime(ctx, params.id, body);
      return viewEntry(ctx, params.id);
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: `${time}/:id`,
      access: 'ticket.time',
      tag,
      summary: 'Take recorded time away that is not approved',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removeTime(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${time}/submit`,
      access: 'ticket.time',
      tag,
      summary: 'Hand in what I recorded on some days: time, and expenses that have their receipts',
      body: TimePeriod,
      response: HandedIn,
    },
    (ctx, { body }) => submitTime(ctx, body),
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${time}/take-back`,
      access: 'ticket.time',
      tag,
      summary: 'Take back time and expenses that I submitted and nobody has decided about',
      body: TimePeriod,
      response: HandedIn,
    },
    (ctx, { body }) => takeTimeBack(ctx, body),
  ),
  defineRoute(
    {
      method: 'GET',
      url: `${time}/people`,
      access: 'time.approve',
      tag,
      summary: 'What everybody recorded on some days, by where it stands, and how long after the work',
      query: TimePeriod,
      response: Type.Object({ items: Type.Array(SheetOfPerson) }),
    },
    async (ctx, { query }) => ({ items: await sheetsIn(ctx, query) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: `${time}/utilisation`,
      access: 'time.approve',
      tag,
      summary: 'How many hours everybody had by week or month, and what of them was recorded, billable and billed',
      query: UtilisationQuery,
      response: Type.Object({ items: Type.Array(Utilisation) }),
    },
    async (ctx, { query }) => ({ items: await utilisation(ctx, query) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: `${time}/owed`,
      access: 'time.approve',
      tag,
      summary: 'Who has time of some age that is not submitted, or that nobody has approved',
      query: OwedQuery,
      response: Type.Object({ items: Type.Array(TimeOwed) }),
    },
    async (ctx, { query }) => ({ items: await timeOwed(ctx, query.days ?? 2) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${time}/owed/remind`,
      access: 'time.approve',
      tag,
      summary: 'Remind people of time that they have not submitted, each once a day',
      body: RemindOwners,
      response: Reminded,
    },
    (ctx, { body }) => remindOwners(ctx, body),
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${time}/decide`,
      access: 'time.approve',
      tag,
      summary: 'Approve submitted time, or return it with a reason',
      body: DecideTime,
      response: TimeSum,
    },
    (ctx, { body }) => decideTime(ctx, body),
  ),
];
