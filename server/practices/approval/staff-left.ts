import type { Ctx } from '#platform/context/index.ts';

const END = `
update approval_links l set used_at = $2 from approval_voters v
where v.staff_id = $1 and v.vote is null and l.client_id = v.client_id and l.voter_id = v.id and l.staff_id = $1 and l.used_at is null`;

/** Ends the links of somebody of the provider who is gone; they stay ended should they come back. */
export async function endLinksOf(ctx: Ctx, staffId: string): Promise<void> {
  await ctx.hot('approval_links_end', END, [staffId, ctx.now]);
}
