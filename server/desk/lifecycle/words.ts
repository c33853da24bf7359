import { DEFAULT_LIFECYCLES, LIFECYCLE_VARIANTS } from '#kernel/lifecycle-defaults.ts';
import { defineWords } from '#platform/words/index.ts';
import { allLifecycles } from './store.ts';

/** What the portal says of the statuses that Fettle comes with is in its own catalogue. */
const CAME_WITH = new Set(
  [...Object.values(DEFAULT_LIFECYCLES), ...Object.values(LIFECYCLE_VARIANTS)].flatMap(({ statuses }) =>
    statuses.map(({ clientName }) => clientName),
  ),
);

defineWords({
  kind: 'status',
  name: 'Statuses',
  texts: async (ctx) =>
    (await allLifecycles(ctx)).flatMap(({ key: thing, lifecycle }) =>
      lifecycle.statuses
        .filter(({ clientName }) => !CAME_WITH.has(clientName))
        .map(({ key, name, clientName }) => ({
          thing,
          field: key,
          original: clientName,
          title: `Lifecycle: ${thing}`,
          part: `Status “${name}”`,
          href: `/settings/lifecycles/${thing}`,
          most: 200,
        })),
    ),
});
