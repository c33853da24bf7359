import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  ChangeRuleVersion,
  ChangeRuleView,
  ChangeSimulation,
  CreateChangeRule,
  PublishChangeRule,
  SaveChangeRule,
  SimulateChangeRule,
} from '#shared/change-rule.ts';
import { Id } from '#shared/http.ts';
import {
  createRule,
  listRules,
  publishRule,
  removeRule,
  ruleVersions,
  saveRule,
  viewRule,
  withdrawRule,
} from './rules.ts';
import { simulateRule } from './simulate.ts';

const tag = 'Changes';
const rules = '/api/v1/change-rules';
const ById = Type.Object({ id: Id });
const manage = { method: 'POST', access: 'change.policy', tag, params: ById, response: ChangeRuleView } as const;

export const ruleRoutes = [
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: rules,
      summary: 'Rules about who authorises changes, in their order',
      response: Type.Object({ items: Type.Array(ChangeRuleView) }),
    },
    async (ctx) => ({ items: await listRules(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'change.policy',
      tag,
      url: rules,
      summary: 'Begin a rule as a draft',
      body: CreateChangeRule,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createRule(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'change.policy',
      tag,
      url: `${rules}/simulate`,
      summary: 'Who would have been asked otherwise about the changes of the last months; changes nothing',
      body: SimulateChangeRule,
      response: ChangeSimulation,
    },
    (ctx, { body }) => simulateRule(ctx, body),
  ),
  defineRoute(
    {
      ...manage,
      method: 'GET',
      access: 'ticket.read',
      url: `${rules}/:id`,
      summary: 'A rule about who authorises changes',
    },
    (ctx, { params }) => viewRule(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: `${rules}/:id/versions`,
      summary: 'Every version of a rule, newest first',
      params: ById,
      response: Type.Object({ items: Type.Array(ChangeRuleVersion) }),
    },
    async (ctx, { params }) => ({ items: await ruleVersions(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: `${rules}/:id`,
      summary: 'Change name, place in the order, or draft',
      body: SaveChangeRule,
    },
    async (ctx, { params, body }) => {
      await saveRule(ctx, params.id, body);
      return viewRule(ctx, params.id);
    },
  ),
  defineRoute(
    { ...manage, url: `${rules}/:id/publish`, summary: 'Put the draft in force', body: PublishChangeRule },
    async (ctx, { params, body }) => {
      await publishRule(ctx, params.id, body);
      return viewRule(ctx, params.id);
    },
  ),
  defineRoute(
    { ...manage, url: `${rules}/:id/withdraw`, summary: 'Take a rule out of force', body: PublishChangeRule },
    async (ctx, { params, body }) => {
      await withdrawRule(ctx, params.id, body);
      return viewRule(ctx, params.id);
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      access: 'change.policy',
      tag,
      url: `${rules}/:id`,
      summary: 'Throw a rule away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removeRule(ctx, params.id);
      return null;
    },
  ),
];
