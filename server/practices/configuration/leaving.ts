import { appendEvent } from '#platform/events/index.ts';
import { whenContactLeaves } from '#platform/identity/index.ts';

const LET_GO = `
update configuration_items set contact_id = null, version = version + 1, updated_at = $3 where client_id = $1 and contact_id = $2 returning id`;

// Whose person has left stays where it is; somebody has to take it back or hand it on.
whenContactLeaves(async (ctx, { clientId, contactId }) => {
  const items = await ctx.hot<{ id: string }>('ci_owner_left', LET_GO, [clientId, contactId, ctx.now]);
  for (const { id } of items)
    await appendEvent(ctx, {
      clientId,
      subjectType: 'item',
      subjectId: id,
      type: 'item.changed',
      data: { changes: { contact_id: [contactId, null] }, source: 'The person has left' },
    });
});
