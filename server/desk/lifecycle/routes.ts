import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { Version } from '#shared/http.ts';
import { LifecycleKey, LifecycleShape, LifecycleView } from '#shared/lifecycle.ts';
import { allLifecycles, lifecycleNamed, type lifecycleOf, saveLifecycle } from './store.ts';

const ByKey = Type.Object({ kind: LifecycleKey });

/** The store's value is read-only; the answer's type is not, and nothing writes to it. */
const present = ({ key, kind, lifecycle, version }: Awaited<ReturnType<typeof lifecycleOf>>): LifecycleView => ({
  ...{ key, kind, version },
  lifecycle: lifecycle as LifecycleView['lifecycle'],
});

async function view(ctx: Ctx, key: string): Promise<LifecycleView> {
  const found = await lifecycleNamed(ctx, key);
  if (!found) throw notFound('lifecycle');
  return present(found);
}

export const lifecycleRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/lifecycles',
      // Every ticket is told in their words.
      access: 'authenticated',
      tag: 'Lifecycles',
      summary: 'The lifecycles of all kinds of ticket, and their variants',
      response: Type.Object({ items: Type.Array(LifecycleView) }),
    },
    async (ctx) => ({ items: (await allLifecycles(ctx)).map(present) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/lifecycles/:kind',
      // Every ticket is told in its words.
      access: 'authenticated',
      tag: 'Lifecycles',
      summary: 'The statuses of a kind of ticket, or of a variant, and the steps between them',
      params: ByKey,
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
      summary: 'Change the lifecycle of a kind of ticket, or write a variant of it',
      params: ByKey,
      body: Type.Object({ version: Type.Union([Version, Type.Literal(0)]), lifecycle: LifecycleShape }),
      response: LifecycleView,
    },
    async (ctx, { params, body }) => {
      await saveLifecycle(ctx, params.kind, body.lifecycle as Lifecycle, body.version);
      return view(ctx, params.kind);
    },
  ),
];
