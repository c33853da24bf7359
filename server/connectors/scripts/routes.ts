import Type from 'typebox';
import { defineFreeRoute, defineRoute } from '#platform/http/index.ts';
import { asFreshManager, asManager, readConnector } from '#server/connectors/core/index.ts';
import { Id } from '#shared/http.ts';
import { ApproveScript, AskForRun, DecideRun, OfferedScripts, ScriptList, ScriptRunList } from '#shared/script.ts';
import { TicketRef } from '#shared/ticket.ts';
import { approveScript } from './approve.ts';
import { askForRun } from './ask.ts';
import { listScripts, readScripts } from './catalogue.ts';
import { cancelRun, decideRun } from './decide.ts';
import { listOffered } from './offered.ts';
import { runsOfTicket } from './queries.ts';

const tag = 'Scripts';
const ById = Type.Object({ id: Id });

export const scriptRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      access: 'connector.read',
      tag,
      url: '/api/v1/connectors/:id/scripts',
      summary: 'What a system can run on devices, the approved first, as it was read last',
      params: ById,
      response: ScriptList,
    },
    async (services, { session, params: { id } }) => ({
      items: await asManager(services, session, async (ctx) => {
        await readConnector(ctx, id);
        return listScripts(ctx, id);
      }),
    }),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      access: 'connector.manage',
      tag,
      url: '/api/v1/connectors/:id/scripts/read',
      summary: 'Ask a system anew what it can run; nothing is approved by that',
      params: ById,
      response: ScriptList,
    },
    async (services, { session, params: { id } }) => ({ items: await readScripts(services, session, id) }),
  ),
  defineFreeRoute(
    {
      method: 'PATCH',
      access: 'connector.manage',
      tag,
      url: '/api/v1/scripts/:id',
      summary: 'Say whether a script may be run from tickets, on what, with which fixed values, and who has to agree',
      params: ById,
      body: ApproveScript,
      response: ScriptList,
    },
    async (services, { session, params: { id }, body }) => ({
      items: await asFreshManager(services, session, async (ctx) =>
        listScripts(ctx, await approveScript(ctx, id, body)),
      ),
    }),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'script.run',
      tag,
      url: '/api/v1/items/:id/scripts',
      summary: 'The approved scripts that can be run on an item now',
      params: ById,
      response: OfferedScripts,
    },
    (ctx, { params }) => listOffered(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: '/api/v1/tickets/:idOrKey/script-runs',
      summary: 'The scripts that were run or asked for on the devices of a ticket, the latest first',
      params: TicketRef,
      response: ScriptRunList,
    },
    async (ctx, { params }) => ({ items: await runsOfTicket(ctx, params.idOrKey) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'script.run',
      tag,
      url: '/api/v1/tickets/:idOrKey/script-runs',
      summary:
        'Ask for a script to be run on a device of the ticket; it begins at once, or when a second person agrees',
      params: TicketRef,
      body: AskForRun,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await askForRun(ctx, params.idOrKey, body) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'script.agree',
      tag,
      url: '/api/v1/script-runs/:id/decide',
      summary: 'Agree to a run that somebody else asked for, or not',
      params: ById,
      body: DecideRun,
      response: Type.Object({ id: Id }),
    },
    async (ctx, { params, body }) => ({ id: (await decideRun(ctx, params.id, body)).id }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'script.run',
      tag,
      url: '/api/v1/script-runs/:id/cancel',
      summary: 'Take back a run that has not begun',
      params: ById,
      response: Type.Object({ id: Id }),
    },
    async (ctx, { params }) => ({ id: (await cancelRun(ctx, params.id)).id }),
  ),
];
