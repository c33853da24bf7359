import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id, Page } from '#shared/http.ts';
import { FlipQuery, SimulationFlip, SimulationSummary, SimulationView, StartSimulation } from '#shared/simulation.ts';
import { dropSimulation, listSimulations, simulationFlips, simulationView, startSimulation } from './commands.ts';

const ById = Type.Object({ id: Id });
const manage = { access: 'settings.manage', tag: 'Service levels' } as const;
const at = '/api/v1/service-levels/simulations';

export const simulationRoutes = [
  defineRoute(
    {
      ...manage,
      method: 'GET',
      url: at,
      summary: 'My simulations, newest first',
      response: Type.Object({ items: Type.Array(SimulationSummary) }),
    },
    async (ctx) => ({ items: await listSimulations(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: at,
      summary: 'Judge the tickets of the last 12 months by a draft, in the background; nothing is published',
      body: StartSimulation,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await startSimulation(ctx, body) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'GET',
      url: `${at}/:id`,
      summary: 'How far one of my simulations is, and what came of it',
      params: ById,
      response: SimulationView,
    },
    (ctx, { params: { id } }) => simulationView(ctx, id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'GET',
      url: `${at}/:id/flips`,
      summary: 'The tickets that would come out otherwise',
      params: ById,
      query: FlipQuery,
      response: Page(SimulationFlip),
    },
    (ctx, { params: { id }, query }) => simulationFlips(ctx, id, query),
  ),
  defineRoute(
    {
      ...manage,
      method: 'DELETE',
      url: `${at}/:id`,
      summary: 'Throw one of my simulations away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id } }) => {
      await dropSimulation(ctx, id);
      return null;
    },
  ),
];
