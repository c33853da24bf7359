import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { Id } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import { ConfirmDraft, DraftRef, SaveTimer, StopTimer, TimeDraft, TimerView } from '#shared/time.ts';
import { confirmDraft, draftsOn, refuseDraft } from './drafts.ts';
import { discardTimer, myTimers, saveTimer, startTimer, stopTimer } from './timers.ts';

const tag = 'Time';
const timers = '/api/v1/me/timers';
const drafts = '/api/v1/me/time-drafts';
const ById = Type.Object({ id: Id });
const Timers = Type.Object({ items: Type.Array(TimerView) });

/** What is of the acting person alone: stopwatches, and drafts of their time. */
export const ownTimeRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: timers,
      access: 'ticket.time',
      tag,
      summary: 'My timers, the one that runs first',
      response: Timers,
    },
    async (ctx) => ({ items: await myTimers(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/timer',
      access: 'ticket.time',
      tag,
      summary: 'Start my timer on a ticket, or let it go on; another that runs is paused',
      params: TicketRef,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params }) => ({ id: await startTimer(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: `${timers}/:id`,
      access: 'ticket.time',
      tag,
      summary: 'Pause a timer, let it go on, or keep a note beside it',
      params: ById,
      body: SaveTimer,
      response: Timers,
    },
    async (ctx, { params, body }) => {
      await saveTimer(ctx, params.id, body);
      return { items: await myTimers(ctx) };
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${timers}/:id/stop`,
      access: 'ticket.time',
      tag,
      summary: 'Stop a timer and record what it ran',
      params: ById,
      body: StopTimer,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await stopTimer(ctx, params.id, body) }),
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: `${timers}/:id`,
      access: 'ticket.time',
      tag,
      summary: 'Throw a timer away with what it ran',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await discardTimer(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: drafts,
      access: 'ticket.time',
      tag,
      summary: 'What I seem to have worked on a day and have not recorded; nobody else sees it',
      query: Type.Object({ day: Type.String({ format: 'date' }) }),
      response: Type.Object({ items: Type.Array(TimeDraft) }),
    },
    async (ctx, { query }) => ({ items: await draftsOn(ctx, query.day) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${drafts}/confirm`,
      access: 'ticket.time',
      tag,
      summary: 'Record a draft, as it is or changed',
      body: ConfirmDraft,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await confirmDraft(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${drafts}/refuse`,
      access: 'ticket.time',
      tag,
      summary: 'Say that a draft was no work to record',
      body: DraftRef,
      response: Nothing,
      status: 204,
    },
    async (ctx, { body }) => {
      await refuseDraft(ctx, body);
      return null;
    },
  ),
];
