import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  AddLine,
  ContractQuery,
  ContractRow,
  ContractView,
  CreateContract,
  SaveContract,
  SaveLine,
  SetTerms,
} from '#shared/contract.ts';
import { Id } from '#shared/http.ts';
import { saveContract } from './contracts.ts';
import { addLine, removeLine, saveLine, setTerms } from './lines.ts';
import { listContracts, viewContract } from './queries.ts';
import { draftContract } from './template/use.ts';

const tag = 'Contracts';
const contracts = '/api/v1/contracts';
const ById = Type.Object({ id: Id });
const ByLine = Type.Object({ id: Id, lineId: Id });

export const contractRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: contracts, access: 'contract.read', tag, summary: 'Contracts, by client' },
      query: ContractQuery,
      response: Type.Object({ items: Type.Array(ContractRow) }),
    },
    async (ctx, { query }) => ({ items: await listContracts(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: contracts, access: 'contract.manage', tag, summary: 'Draft a contract' },
      body: CreateContract,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await draftContract(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${contracts}/:id`, access: 'contract.read', tag, summary: 'A contract with its lines' },
      params: ById,
      response: ContractView,
    },
    (ctx, { params }) => viewContract(ctx, params.id),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${contracts}/:id`, access: 'contract.manage', tag },
      summary: 'Change a contract, make a draft active, or end it',
      params: ById,
      body: SaveContract,
      response: ContractView,
    },
    async (ctx, { params, body }) => {
      await saveContract(ctx, params.id, body);
      return viewContract(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${contracts}/:id/lines`, access: 'contract.manage', tag },
      summary: 'Add a line to a contract',
      params: ById,
      body: AddLine,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await addLine(ctx, params.id, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${contracts}/:id/lines/:lineId`, access: 'contract.manage', tag },
      summary: 'Change a line of a contract, or say when it ends',
      params: ByLine,
      body: SaveLine,
      response: ContractView,
    },
    async (ctx, { params, body }) => {
      await saveLine(ctx, params.id, params.lineId, body);
      return viewContract(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'PUT', url: `${contracts}/:id/lines/:lineId/terms`, access: 'contract.manage', tag },
      summary: 'Say how many at which price a line has from a day on',
      params: ByLine,
      body: SetTerms,
      response: ContractView,
    },
    async (ctx, { params, body }) => {
      await setTerms(ctx, params.id, params.lineId, body);
      return viewContract(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${contracts}/:id/lines/:lineId`, access: 'contract.manage', tag },
      summary: 'Take a line out of a draft',
      params: ByLine,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removeLine(ctx, params.id, params.lineId);
      return null;
    },
  ),
];
