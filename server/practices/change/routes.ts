import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { letterheadFor } from '#server/channels/brand/index.ts';
import { callerOf } from '#server/practices/approval/index.ts';
import {
  CausedIncidents,
  ChangeEvidence,
  ChangeSuccess,
  ChangeSuccessQuery,
  ChangeView,
  CreateChange,
  EditChange,
  PlanTasks,
  ReviewChange,
} from '#shared/change.ts';
import { Id } from '#shared/http.ts';
import { FinishTask } from '#shared/request.ts';
import { TicketRef } from '#shared/ticket.ts';
import { askAgain } from './authorise.ts';
import { causedBy, sayCaused } from './caused.ts';
import { createChange } from './create.ts';
import { editChange } from './edit.ts';
import { evidenceOf } from './evidence.ts';
import { evidencePaper } from './evidence-paper.ts';
import { proposeTemplate } from './propose.ts';
import { reviewChange } from './review.ts';
import { successOf } from './success.ts';
import { finishChangeTask, planTasks } from './tasks.ts';
import { viewChange } from './view.ts';

const tag = 'Changes';
const at = '/api/v1/changes/:idOrKey';
const write = { access: 'change.manage', tag, params: TicketRef, response: ChangeView } as const;
const Incident = Type.String({ minLength: 3, maxLength: 60, description: 'By id or key' });

const seen = (ctx: Ctx, idOrKey: string): Promise<ChangeView> => viewChange(ctx, idOrKey, callerOf(ctx));

export const changeRoutes = [
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/changes',
      access: 'change.manage',
      tag,
      summary: 'Raise a change: its ticket, and what it plans; of a standard one, what its template says',
      body: CreateChange,
      response: ChangeView,
      status: 201,
    },
    async (ctx, { body }) => seen(ctx, (await createChange(ctx, body)).id),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/changes/success',
      access: 'ticket.read',
      tag,
      summary: 'How changes went that ended within some days, by model, team and client',
      query: ChangeSuccessQuery,
      response: ChangeSuccess,
    },
    (ctx, { query }) => successOf(ctx, query),
  ),
  defineRoute(
    {
      method: 'GET',
      url: at,
      access: 'ticket.read',
      tag,
      summary: 'What a ticket changes: plans, window, what it touches, its risk and what is missing',
      params: TicketRef,
      response: ChangeView,
    },
    (ctx, { params }) => seen(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      ...write,
      method: 'PATCH',
      url: at,
      summary: 'Write what a change plans; what was authorised before is void, where that is another',
      body: EditChange,
    },
    async (ctx, { params, body }) => {
      await editChange(ctx, params.idOrKey, body);
      return seen(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'PUT',
      url: `${at}/tasks`,
      summary: 'Plan the tasks of a change anew, with owners, order and windows',
      body: PlanTasks,
    },
    async (ctx, { params, body }) => {
      await planTasks(ctx, params.idOrKey, body);
      return seen(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: `${at}/tasks/:taskId`,
      summary: 'Say that a task is done or not needed, or open it again',
      params: Type.Object({ ...TicketRef.properties, taskId: Id }),
      body: FinishTask,
    },
    async (ctx, { params, body }) => {
      await finishChangeTask(ctx, params.idOrKey, params.taskId, body);
      return seen(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: `${at}/approval`,
      summary: 'Ask once more, where too few are left to decide or nobody is asked',
    },
    async (ctx, { params }) => {
      await askAgain(ctx, params.idOrKey);
      return seen(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: `${at}/review`,
      summary: 'Write what is learnt from a change that is done',
      body: ReviewChange,
    },
    async (ctx, { params, body }) => {
      await reviewChange(ctx, params.idOrKey, body);
      return seen(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${at}/template`,
      access: 'change.manage',
      tag,
      summary: 'Propose a standard template from a change, after ten clean runs',
      params: TicketRef,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params }) => ({ id: await proposeTemplate(ctx, params.idOrKey) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: `${at}/incidents`,
      access: 'ticket.read',
      tag,
      summary: 'Incidents that a change caused, or may have caused within seven days, with the evidence',
      params: TicketRef,
      response: CausedIncidents,
    },
    async (ctx, { params }) => ({ items: await causedBy(ctx, params.idOrKey) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${at}/incidents`,
      access: 'change.manage',
      tag,
      summary: 'Say that an incident came of a change',
      params: TicketRef,
      body: Type.Object({ incident: Incident }),
      response: CausedIncidents,
    },
    async (ctx, { params, body }) => {
      await sayCaused(ctx, params.idOrKey, body.incident, true);
      return { items: await causedBy(ctx, params.idOrKey) };
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: `${at}/incidents/:incident`,
      access: 'change.manage',
      tag,
      summary: 'Say that it did not',
      params: Type.Object({ ...TicketRef.properties, incident: Incident }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await sayCaused(ctx, params.idOrKey, params.incident, false);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: `${at}/evidence`,
      access: 'ticket.read',
      tag,
      summary: 'Everything that is known of one change: plans, decisions, what happened and what came of it',
      params: TicketRef,
      response: ChangeEvidence,
    },
    (ctx, { params }) => evidenceOf(ctx, params.idOrKey),
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: `${at}/evidence-pack`,
      access: 'ticket.read',
      tag,
      summary: 'The same as a PDF',
      params: TicketRef,
      response: Type.Unknown(),
      perMinute: 30,
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const { evidence, letterhead } = await withContext(services, session.identity, async (ctx) => {
        const evidence = await evidenceOf(ctx, params.idOrKey);
        const { key, title } = evidence.change;
        const letterhead = await letterheadFor(ctx, {
          title: `Evidence of ${key}: ${title}`,
          mark: `${key} · Evidence`,
        });
        return { evidence, letterhead };
      });
      return sendPdf(reply, `${evidence.change.key}-evidence`, await printPdf(evidencePaper(evidence, letterhead)));
    },
  ),
];
