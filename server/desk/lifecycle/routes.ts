import Type from 'typebox';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { OneOf, Version } from '#shared/http.ts';
import { LifecycleShape, LifecycleView } from '#shared/lifecycle.ts';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import { lifecycleOf, saveLifecycle } from './store.ts';

const ByKind = Type.Object({ kind: OneOf(TICKET_KINDS) });

/** The store's value is read-only; the answer's type is not, and nothing writes to it. */
async function view(ctx: Ctx, kind: TicketKind): Promise<LifecycleView> {
  const { lifecycle, version } = await lifecycleOf(ctx, kind);
  return { kind, lifecycle: lifecycle as LifecycleView['lifecycle'], version };
}

export const lifecycleRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/lifecycles/:kind',
      // Every ticket is told in its words.
      access: 'authenticated',
      tag: 'Lifecycles',
      summary: 'The statuses of a kind of ticket and the steps between them',
      params: ByKind,
      response: LifecycleView,
    },
    (ctx, { params }) => view(ctx, params.kind),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/lifecycles/:kind',
      access: 'settings.manage',
      tag: 'Lifecycles',
      summary: 'Change the lifecycle of a kind of ticket',
      params: ByKind,
      body: Type.Object({ version: Type.Union([Version, Type.Literal(0)]), lifecycle: LifecycleShape }),
      response: LifecycleView,
    },
    async (ctx, { params, body }) => {
      await saveLifecycle(ctx, params.kind, body.lifecycle as Lifecycle, body.version);
      return view(ctx, params.kind);
    },
  ),
];
