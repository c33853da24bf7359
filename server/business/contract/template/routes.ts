import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { ContractView } from '#shared/contract.ts';
import {
  AlignContract,
  ContractDrift,
  ContractTemplateQuery,
  ContractTemplateRow,
  ContractTemplateView,
  CreateContractTemplate,
  SaveContractTemplate,
} from '#shared/contract-template.ts';
import { Id } from '#shared/http.ts';
import { viewContract } from '../queries.ts';
import { listTemplates, templateDrift, viewTemplate } from './queries.ts';
import { createTemplate, saveTemplate } from './templates.ts';
import { alignContract } from './use.ts';

const tag = 'Contracts';
const templates = '/api/v1/contract-templates';
const ById = Type.Object({ id: Id });

export const templateRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: templates, access: 'contract.read', tag, summary: 'Templates of contracts' },
      query: ContractTemplateQuery,
      response: Type.Object({ items: Type.Array(ContractTemplateRow) }),
    },
    async (ctx, { query }) => ({ items: await listTemplates(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: templates, access: 'contract.manage', tag, summary: 'Add a template of contracts' },
      body: CreateContractTemplate,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createTemplate(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${templates}/:id`, access: 'contract.read', tag, summary: 'A template with its lines' },
      params: ById,
      response: ContractTemplateView,
    },
    (ctx, { params }) => viewTemplate(ctx, params.id),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${templates}/:id`, access: 'contract.manage', tag, summary: 'Change a template' },
      params: ById,
      body: SaveContractTemplate,
      response: ContractTemplateView,
    },
    async (ctx, { params, body }) => {
      await saveTemplate(ctx, params.id, body);
      return viewTemplate(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${templates}/:id/drift`, access: 'contract.read', tag },
      summary: 'How contracts that were made from a template differ from it',
      params: ById,
      response: Type.Object({ items: Type.Array(ContractDrift) }),
    },
    async (ctx, { params }) => ({ items: await templateDrift(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: '/api/v1/contracts/:id/align', access: 'contract.manage', tag },
      summary: 'Bring lines of a contract in line with its template from a day on',
      params: ById,
      body: AlignContract,
      response: ContractView,
    },
    async (ctx, { params, body }) => {
      await alignContract(ctx, params.id, body);
      return viewContract(ctx, params.id);
    },
  ),
];
