import type { ItemTerms } from '#kernel/catalogue.ts';
import type { Ctx } from '#platform/context/index.ts';
import { translateAll } from '#platform/words/index.ts';
import { createItem, publishItem, putOffer } from '#server/practices/request/index.ts';
import type { CreateCatalogueItem } from '#shared/catalogue.ts';
import { CATALOGUE, markedTeam } from '../world/catalogue.ts';
import { GERMAN } from '../world/german.ts';
import { GROUPS } from '../world/groups.ts';
import type { ProviderIds } from './library.ts';

/** The catalogue of Harbour IT, offered from the beginning; gold clients get laptops cheaper and sooner, and those who read German read it so. */
export async function writeCatalogue(ctx: Ctx, { teams, categories }: ProviderIds): Promise<void> {
  const ids = new Map<string, string>();
  const team = (mark: string | null) => (mark === null ? null : (teams.get(markedTeam(mark)) ?? null));
  for (const { category, brings, roles, plan, routes, ...rest } of CATALOGUE) {
    const terms: ItemTerms = {
      ...rest,
      categoryId: categories.get(category) ?? null,
      serviceId: null,
      plan: plan.map((task) => ({ ...task, teamId: team(task.teamId) })),
      routes: routes.flatMap((rule) => {
        const teamId = team(rule.teamId);
        return teamId ? [{ ...rule, teamId }] : [];
      }),
      parts: brings.flatMap(({ name, when }) => {
        const itemId = ids.get(name);
        return itemId ? [{ itemId, when }] : [];
      }),
    };
    const id = await createItem(ctx, { terms: terms as CreateCatalogueItem['terms'], roles: [...roles] });
    await publishItem(ctx, id, { version: 1 });
    ids.set(rest.name, id);
  }
  const gold = await ctx.tx
    .selectFrom('client_groups')
    .select('id')
    .where('name', '=', GROUPS.gold.name)
    .executeTakeFirst();
  const laptop = ids.get('Laptop');
  if (gold && laptop)
    await putOffer(ctx, laptop, {
      groupId: gold.id,
      terms: { price: { minor: 199_000, currency: 'AUD' }, deliveryDays: 5 },
    });
  await translateAll(ctx, 'de', GERMAN);
}
