import { DEFAULT_LIFECYCLES } from '#kernel/lifecycle-defaults.ts';
import { defineWords } from '#platform/words/index.ts';
import { allLifecycles } from './store.ts';

/** What the portal says of the statuses that Fettle comes with is in its own catalogue. */
const CAME_WITH = new Set(
  Object.values(DEFAULT_LIFECYCLES).flatMap(({ statuses }) => statuses.map(({ clientName }) => clientName)),
);

defineWords({
  kind: 'status',
  name: 'Statuses',
  texts: async (ctx) =>
    (await allLifecycles(ctx)).flatMap(({ kind, lifecycle }) =>
      lifecycle.statuses
        .filter(({ clientName }) => !CAME_WITH.has(clientName))
        .map(({ key, name, clientName }) => ({
          thing: kind,
          field: key,
          original: clientName,
          title: `Lifecycle: ${kind}`,
          part: `Status “${name}”`,
          href: `/settings/lifecycles/${kind}`,
          most: 200,
        })),
    ),
});
