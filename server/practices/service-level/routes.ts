import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id, OneOf } from '#shared/http.ts';
import {
  CreatePolicy,
  PolicyReach,
  PolicyVersionView,
  PolicyView,
  PromisedView,
  PublishPolicy,
  SavePolicy,
  WithdrawPolicy,
} from '#shared/policy.ts';
import { BoardQuery, SlaBoard } from '#shared/sla-board.ts';
import {
  CalendarReach,
  CreateSlaCalendar,
  SlaCalendarTerms,
  SlaCalendarView,
  UpdateSlaCalendar,
} from '#shared/sla-calendar.ts';
import { TICKET_KINDS } from '#shared/vocabulary.ts';
import { slaBoard } from './board.ts';
import { calendarReach } from './calendar-reach.ts';
import { createCalendar, listCalendars, updateCalendar } from './named-calendars.ts';
import { createPolicy, publishPolicy, savePolicy, withdrawPolicy } from './policies.ts';
import { listPolicies, policyReach, policyVersions, policyView, promisedAbove, promisedAt } from './policy-queries.ts';

const ById = Type.Object({ id: Id });
const Made = Type.Object({ id: Id });
const Items = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Object({ items: Type.Array(item) });

const read = { access: 'settings.read', tag: 'Service levels' } as const;
const manage = { access: 'settings.manage', tag: 'Service levels' } as const;
const policies = '/api/v1/service-levels/policies';
const calendars = '/api/v1/service-levels/calendars';

export const serviceLevelRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/service-levels/board',
      access: 'ticket.read',
      tag: 'Service levels',
      summary: 'Clocks that fall due within some hours, that are missed, and that wait',
      query: BoardQuery,
      response: SlaBoard,
    },
    (ctx, { query }) => slaBoard(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: policies,
      summary: 'Service level policies and what is in force of each',
      response: Items(PolicyView),
    },
    async (ctx) => ({ items: await listPolicies(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: policies,
      summary: 'Begin a policy as a draft',
      body: CreatePolicy,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createPolicy(ctx, body) }),
  ),
  defineRoute(
    { ...read, method: 'GET', url: `${policies}/:id`, summary: 'A policy', params: ById, response: PolicyView },
    (ctx, { params: { id } }) => policyView(ctx, id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: `${policies}/:id`,
      summary: 'Change the name or the draft of a policy; what is in force stays',
      params: ById,
      body: SavePolicy,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id }, body }) => {
      await savePolicy(ctx, id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: `${policies}/:id/versions`,
      summary: 'Every version of a policy, newest first',
      params: ById,
      response: Items(PolicyVersionView),
    },
    async (ctx, { params: { id } }) => ({ items: await policyVersions(ctx, id) }),
  ),
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: `${policies}/:id/reach`,
      summary: 'How many open tickets a policy reaches',
      params: ById,
      response: PolicyReach,
    },
    (ctx, { params: { id } }) => policyReach(ctx, id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: `${policies}/:id/publish`,
      summary:
        'Put a policy in force as its next version; the answer says what is in force now and what is scheduled next',
      params: ById,
      body: PublishPolicy,
      response: PolicyView,
    },
    async (ctx, { params: { id }, body }) => {
      await publishPolicy(ctx, id, body);
      return policyView(ctx, id);
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: `${policies}/:id/withdraw`,
      summary: 'End a policy: what lies above it holds again',
      params: ById,
      body: WithdrawPolicy,
      response: PolicyView,
    },
    async (ctx, { params: { id }, body }) => {
      await withdrawPolicy(ctx, id, body);
      return policyView(ctx, id);
    },
  ),
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: '/api/v1/service-levels/promised',
      summary: 'What a client, a group or the provider promises, and where each target comes from',
      query: Type.Object({
        kind: Type.Optional(OneOf(TICKET_KINDS)),
        clientId: Type.Optional(Id),
        groupId: Type.Optional(Id),
        abovePolicyId: Type.Optional(
          Type.String({ format: 'uuid', description: 'Instead of a place: what holds where this policy says nothing' }),
        ),
      }),
      response: PromisedView,
    },
    (ctx, { query: { kind = 'incident', abovePolicyId, ...place } }) =>
      abovePolicyId ? promisedAbove(ctx, kind, abovePolicyId) : promisedAt(ctx, kind, place),
  ),
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: calendars,
      summary: 'Calendars that policies may count by',
      response: Items(SlaCalendarView),
    },
    async (ctx) => ({ items: await listCalendars(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: calendars,
      summary: 'Add a calendar',
      body: CreateSlaCalendar,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createCalendar(ctx, body) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: `${calendars}/:id/reach`,
      summary: 'Whom other hours of a calendar would reach now; nothing is changed',
      params: ById,
      body: Type.Object({ terms: SlaCalendarTerms }),
      response: CalendarReach,
    },
    (ctx, { params: { id }, body }) => calendarReach(ctx, id, body.terms),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: `${calendars}/:id`,
      summary: 'Change a calendar; clocks that run by it are re-based',
      params: ById,
      body: UpdateSlaCalendar,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id }, body }) => {
      await updateCalendar(ctx, id, body);
      return null;
    },
  ),
];
