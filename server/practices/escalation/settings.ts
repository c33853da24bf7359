import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';
import { Id, Nullable } from '#shared/http.ts';

/** Whom a page calls where the ticket's team has no path of its own. */
export const PAGING_PATH = defineSetting({
  key: 'escalation.path',
  title: 'Escalation path for pages',
  help: 'Whom to call, and in which order, when a ticket cannot wait and its team has no escalation path of its own.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ pathId: Nullable(Id) }),
  default: { pathId: null },
  check: async (ctx, { pathId }) => {
    if (pathId === null) return [];
    const known = await ctx.tx.selectFrom('escalation_paths').select('id').where('id', '=', pathId).executeTakeFirst();
    return known ? [] : [{ path: 'pathId', message: 'is not an escalation path' }];
  },
});
