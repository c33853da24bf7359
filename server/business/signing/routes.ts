import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { inNameOf, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { callingReader } from '#platform/words/index.ts';
import { viewContract } from '#server/business/contract/index.ts';
import { signersOf } from '#server/business/signature/index.ts';
import { ContractView } from '#shared/contract.ts';
import { Id } from '#shared/http.ts';
import {
  PortalContractRow,
  PortalContractView,
  SendContract,
  SignContract,
  SinceSigned,
  TakeBackContract,
} from '#shared/signing.ts';
import { changedSinceSigned } from './changed.ts';
import { fileNameOf, paperOf, printedFor } from './paper.ts';
import { ownContract, ownContracts } from './portal.ts';
import { sendContract, takeBackContract } from './send.ts';
import { signContract } from './sign-contract.ts';

const contracts = '/api/v1/contracts/:id';
const own = '/api/v1/portal/contracts';
const ById = Type.Object({ id: Id });
const staff = { access: 'contract.manage', tag: 'Contracts' } as const;
const portal = { access: 'contact', tag: 'Portal', under: inNameOf } as const;

export const signingRoutes = [
  defineFreeRoute(
    {
      ...{ method: 'GET', url: `${contracts}/pdf`, ...staff, access: 'contract.read' },
      summary: 'A contract as a PDF, as the client reads it: as it was sent, else as it is now',
      ...{ params: ById, response: Type.Unknown(), perMinute: 30 },
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const paper = await withContext(services, session.identity, (ctx) => paperOf(ctx, params.id));
      return sendPdf(reply, fileNameOf(paper), await printPdf(await printedFor(services, paper)));
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${contracts}/changed-since-signed`, ...staff, access: 'contract.read' },
      summary:
        'How a contract that was signed differs from what was signed: lines, rates, multipliers, what is taken in',
      ...{ params: ById, response: Type.Object({ items: Type.Array(SinceSigned) }) },
    },
    async (ctx, { params }) => ({ items: await changedSinceSigned(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/clients/:id/signers', ...staff, access: 'contract.read' },
      summary: 'Who of a client may sign quotes and contracts: those who look after all of it, by name',
      ...{ params: ById, response: Type.Object({ items: Type.Array(Type.Object({ id: Id, name: Type.String() })) }) },
    },
    async (ctx, { params }) => ({ items: await signersOf(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${contracts}/send`, ...staff },
      summary: 'Send a draft to somebody of the client, who signs it in the portal',
      ...{ params: ById, body: SendContract, response: ContractView },
    },
    async (ctx, { params, body }) => {
      await sendContract(ctx, params.id, body);
      return viewContract(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${contracts}/take-back`, ...staff },
      summary: 'Take a contract back to a draft that was sent and not signed',
      ...{ params: ById, body: TakeBackContract, response: ContractView },
    },
    async (ctx, { params, body }) => {
      await takeBackContract(ctx, params.id, body.version);
      return viewContract(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: own, ...portal, summary: 'Contracts that my company was sent to sign, newest first' },
      response: Type.Object({ items: Type.Array(PortalContractRow) }),
    },
    async (ctx) => ({ items: await ownContracts(ctx) }),
  ),
  defineRoute(
    {
      ...{
        method: 'GET',
        url: `${own}/:id`,
        ...portal,
        summary: 'A contract that my company was sent, as it was sent',
      },
      ...{ params: ById, response: PortalContractView },
    },
    (ctx, { params }) => ownContract(ctx, params.id),
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: `${own}/:id/pdf`, access: portal.access, tag: portal.tag },
      summary: 'A contract that my company was sent, as a PDF',
      ...{ params: ById, response: Type.Unknown(), perMinute: 30 },
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const { identity } = session;
      const { language } = await withContext(services, identity, callingReader);
      const paper = await withContext(services, inNameOf(identity), async (ctx) => {
        await ownContract(ctx, params.id);
        return paperOf(ctx, params.id);
      });
      return sendPdf(reply, fileNameOf(paper), await printPdf(await printedFor(services, paper, language)));
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${own}/:id/sign`, ...portal },
      summary: 'Sign a contract for my company, as it was sent to me',
      ...{ params: ById, body: SignContract, response: PortalContractView },
    },
    async (ctx, { params, body, request }) => {
      await signContract(ctx, params.id, body, request.ip);
      return ownContract(ctx, params.id);
    },
  ),
];
