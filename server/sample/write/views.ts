import type { Ctx } from '#platform/context/index.ts';
import { createRecurring } from '#server/desk/library/index.ts';
import { createView } from '#server/desk/view/index.ts';
import { CLIENTS } from '../world/clients.ts';
import { RECURRING } from '../world/recurring.ts';
import { TEMPLATES } from '../world/templates.ts';
import { VIEWS } from '../world/views.ts';
import type { References } from './references.ts';

/** Shared views: they name clients, so they come after them. Nothing happens where they are there. */
export async function writeViews(ctx: Ctx, refs: References, codes: ReadonlySet<string>): Promise<void> {
  const there = await ctx.tx.selectFrom('saved_views').select('name').where('shared', '=', true).execute();
  for (const [index, { name, filter, team, group, sort }] of VIEWS.entries()) {
    if (there.some((view) => view.name === name)) continue;
    const clients = group ? CLIENTS.filter((client) => client.group === group && codes.has(client.code)) : [];
    await createView(ctx, {
      name,
      filter: {
        ...filter,
        ...(team ? { teamId: [refs.team(team)] } : {}),
        ...(group ? { clientId: clients.map(({ code }) => refs.client(code)) } : {}),
      },
      sort,
      shared: true,
      position: 10 + index,
    });
  }
}

/** Tickets that come again and again, from tomorrow on. Nothing happens where they are there. */
export async function writeRecurring(ctx: Ctx, refs: References, codes: ReadonlySet<string>): Promise<void> {
  const there = await ctx.tx.selectFrom('recurring_tickets').select('name').execute();
  const templates = await ctx.tx.selectFrom('ticket_templates').select(['id', 'name']).execute();
  for (const { client, name, template, rule } of RECURRING) {
    if (!codes.has(client) || there.some((row) => row.name === name)) continue;
    const found = templates.find((row) => row.name === TEMPLATES.find(({ key }) => key === template)?.name);
    if (!found) continue;
    const start = ctx.now.slice(0, 10);
    await createRecurring(ctx, { clientId: refs.client(client), name, templateId: found.id, rule: { ...rule, start } });
  }
}
