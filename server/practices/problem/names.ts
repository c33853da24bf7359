import type { Names, Proposal } from '#kernel/problem.ts';
import type { Ctx } from '#platform/context/index.ts';

const NAMES = `
select id, name, 'item' as kind from configuration_items where id = any ($1::uuid[])
union all select id, path, 'category' from categories where id = any ($2::uuid[])
union all select id, name, 'service' from services where id = any ($3::uuid[])
union all select id, title, 'alert' from alerts where id = any ($4::uuid[])
union all select id, title, 'advisory' from problem_advisories where id = any ($5::uuid[])`;

/** How everything is called that proposals are about. */
export async function namesFor(ctx: Ctx, proposals: readonly Proposal[]): Promise<Names> {
  const ids = (of: (one: Proposal) => string | null) => [...new Set(proposals.flatMap((one) => of(one) ?? []))];
  const rows = await ctx.hot<{ id: string; name: string; kind: keyof Names }>('problem_names', NAMES, [
    ids(({ subject }) => subject.itemId),
    ids(({ subject }) => subject.categoryId),
    ids(({ subject }) => subject.serviceId),
    ids(({ subject }) => subject.alertId),
    ids(({ subject }) => subject.advisoryId),
  ]);
  const named = new Map(rows.map(({ id, name, kind }) => [`${kind} ${id}`, name]));
  const of = (kind: keyof Names) => (id: string) => named.get(`${kind} ${id}`) ?? null;
  return {
    item: of('item'),
    category: of('category'),
    service: of('service'),
    alert: of('alert'),
    advisory: of('advisory'),
  };
}
