import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  ChargeView,
  ClientBillingView,
  CreateCharge,
  CreateRate,
  CreateTaxRate,
  RateQuery,
  RateView,
  SaveCharge,
  SaveClientBilling,
  SaveRate,
  SaveTaxRate,
  TaxRateView,
} from '#shared/contract.ts';
import { Id } from '#shared/http.ts';
import { createCharge, listCharges, removeCharge, saveCharge } from './charges.ts';
import { billingOf, saveBilling } from './client-billing.ts';
import { createRate, listRates, removeRate, saveRate } from './rates.ts';
import { createTaxRate, listTaxRates, saveTaxRate } from './tax-rates.ts';

const tag = 'Contracts';
const [taxes, rates, charges] = ['/api/v1/tax-rates', '/api/v1/rates', '/api/v1/charges'];
const ById = Type.Object({ id: Id });
const Made = Type.Object({ id: Id });
const [read, manage] = ['contract.read', 'contract.manage'] as const;

export const priceRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: taxes, access: read, tag, summary: 'Tax rates' },
      response: Type.Object({ items: Type.Array(TaxRateView) }),
    },
    async (ctx) => ({ items: await listTaxRates(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: taxes, access: manage, tag, summary: 'Add a tax rate' },
      body: CreateTaxRate,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createTaxRate(ctx, body) }),
  ),
  defineRoute(
    {
      ...{
        method: 'PATCH',
        url: `${taxes}/:id`,
        access: manage,
        tag,
        summary: 'Change a tax rate, or take it out of use',
      },
      ...{ params: ById, body: SaveTaxRate, response: Nothing, status: 204 },
    },
    async (ctx, { params, body }) => {
      await saveTaxRate(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...{
        method: 'GET',
        url: rates,
        access: read,
        tag,
        summary: 'What an hour of work costs: for everybody, and for clients',
      },
      query: RateQuery,
      response: Type.Object({ items: Type.Array(RateView) }),
    },
    async (ctx, { query }) => ({ items: await listRates(ctx, query.clientId ?? null) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: rates, access: manage, tag, summary: 'Add a rate' },
      body: CreateRate,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createRate(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${rates}/:id`, access: manage, tag, summary: 'Change a rate' },
      ...{ params: ById, body: SaveRate, response: Nothing, status: 204 },
    },
    async (ctx, { params, body }) => {
      await saveRate(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${rates}/:id`, access: manage, tag, summary: 'Take a rate away' },
      ...{ params: ById, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removeRate(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: charges, access: read, tag, summary: 'What is charged once and not billed yet' },
      query: RateQuery,
      response: Type.Object({ items: Type.Array(ChargeView) }),
    },
    async (ctx, { query }) => ({ items: await listCharges(ctx, query.clientId ?? null) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: charges, access: manage, tag, summary: 'Charge or credit something once' },
      ...{ body: CreateCharge, response: Made, status: 201 },
    },
    async (ctx, { body }) => ({ id: await createCharge(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${charges}/:id`, access: manage, tag, summary: 'Change what is charged once' },
      ...{ params: ById, body: SaveCharge, response: Nothing, status: 204 },
    },
    async (ctx, { params, body }) => {
      await saveCharge(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${charges}/:id`, access: manage, tag, summary: 'Take away what is charged once' },
      ...{ params: ById, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removeCharge(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...{
        method: 'GET',
        url: '/api/v1/clients/:id/billing',
        access: read,
        tag,
        summary: 'Who a client is on an invoice',
      },
      ...{ params: ById, response: ClientBillingView },
    },
    (ctx, { params }) => billingOf(ctx, params.id),
  ),
  defineRoute(
    {
      ...{
        method: 'PUT',
        url: '/api/v1/clients/:id/billing',
        access: manage,
        tag,
        summary: 'Say who a client is on an invoice',
      },
      ...{ params: ById, body: SaveClientBilling, response: ClientBillingView },
    },
    async (ctx, { params, body }) => {
      await saveBilling(ctx, params.id, body);
      return billingOf(ctx, params.id);
    },
  ),
];
