import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  AlertRules,
  AlertRuleVersions,
  AlertRuleView,
  AlertSimulation,
  CreateAlertRule,
  PublishRule,
  SaveAlertRule,
  SimulateAlertRule,
} from '#shared/alert.ts';
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

const tag = 'Alerts';
const ById = Type.Object({ id: Id });
const manage = { method: 'POST', access: 'alert.rules', tag, params: ById, response: AlertRuleView } as const;
const rules = '/api/v1/alert-rules';

export const alertRuleRoutes = [
  defineRoute(
    {
      method: 'GET',
      access: 'alert.read',
      tag,
      url: rules,
      summary: 'Rules about alerts, nearest place first, in the order in which they are asked',
      response: AlertRules,
    },
    async (ctx) => ({ items: await listRules(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'alert.rules',
      tag,
      url: rules,
      summary: 'Begin a rule as a draft',
      body: CreateAlertRule,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createRule(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'alert.rules',
      tag,
      url: `${rules}/simulate`,
      summary: 'What a rule would have decided otherwise about the alerts heard of late; changes nothing',
      body: SimulateAlertRule,
      response: AlertSimulation,
    },
    (ctx, { body }) => simulateRule(ctx, body),
  ),
  defineRoute(
    { ...manage, method: 'GET', access: 'alert.read', url: `${rules}/:id`, summary: 'A rule about alerts' },
    (ctx, { params }) => viewRule(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'alert.read',
      tag,
      url: `${rules}/:id/versions`,
      summary: 'Every version of a rule, newest first',
      params: ById,
      response: AlertRuleVersions,
    },
    async (ctx, { params }) => ({ items: await ruleVersions(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: `${rules}/:id`,
      summary: 'Change name, place in the order, or draft',
      body: SaveAlertRule,
    },
    async (ctx, { params, body }) => {
      await saveRule(ctx, params.id, body);
      return viewRule(ctx, params.id);
    },
  ),
  defineRoute(
    { ...manage, url: `${rules}/:id/publish`, summary: 'Put the draft in force', body: PublishRule },
    async (ctx, { params, body }) => {
      await publishRule(ctx, params.id, body);
      return viewRule(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      url: `${rules}/:id/withdraw`,
      summary: 'Take a rule out of force; it stays as a draft',
      body: PublishRule,
    },
    async (ctx, { params, body }) => {
      await withdrawRule(ctx, params.id, body);
      return viewRule(ctx, params.id);
    },
  ),
  defineRoute(
    { ...manage, method: 'DELETE', url: `${rules}/:id`, summary: 'Throw a rule away', response: Nothing, status: 204 },
    async (ctx, { params }) => {
      await removeRule(ctx, params.id);
      return null;
    },
  ),
];
