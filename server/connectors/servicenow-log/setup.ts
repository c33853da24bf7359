import { Fault, invalid } from '#kernel/errors.ts';
import type { PriorityMatrix } from '#kernel/priority.ts';
import type { Ctx } from '#platform/context/index.ts';
import { putSetting, resolveSetting } from '#platform/settings/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { createCustomField } from '#server/desk/classification/index.ts';
import { PRIORITY_RULES } from '#server/desk/ticket/index.ts';
import { CUSTOM } from './columns.ts';

/** The grid that the log's priorities follow; it has no P5, and no incident of low urgency with high impact. */
const MATRIX: PriorityMatrix = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 4],
];

export type Operator = { name: string; code: string; timeZone: string };

/**
 * The client whose desk the log is from, made if there is none with the code, with its own priority matrix; and the custom fields
 * the log needs. Refuses an installation that nobody has set up, since imported people would stand in the way of its first owner.
 */
export async function prepare(ctx: Ctx, operator: Operator): Promise<{ clientId: string; matrix: PriorityMatrix }> {
  const someone = await ctx.tx.selectFrom('staff').select('id').limit(1).executeTakeFirst();
  if (!someone) throw new Fault('conflict', 'Set Fettle up first: start it and open the set-up link, then import.');
  await ensureCustomFields(ctx);
  const clientId = await ensureClient(ctx, operator);
  const { value } = await resolveSetting(ctx, PRIORITY_RULES, clientId);
  return { clientId, matrix: value.matrix };
}

/** The client with this code, made with the log's matrix where there is none. */
export async function ensureClient(ctx: Ctx, operator: Operator): Promise<string> {
  const known = await ctx.tx.selectFrom('clients').select('id').where('code', '=', operator.code).executeTakeFirst();
  if (known) return known.id;
  const id = await createClient(ctx, { name: operator.name, code: operator.code, timeZone: operator.timeZone });
  await putSetting(
    ctx,
    PRIORITY_RULES.key,
    { level: 'client', id },
    { matrix: MATRIX, vipSteps: 0, vipReachesTop: false },
  );
  return id;
}

async function ensureCustomFields(ctx: Ctx): Promise<void> {
  const fields = await ctx.tx.selectFrom('custom_fields').select(['key', 'type', 'kinds', 'active']).execute();
  for (const { key, label } of Object.values(CUSTOM)) {
    const known = fields.find((field) => field.key === key);
    if (!known) await createCustomField(ctx, { key, label, type: 'text', kinds: ['incident'] });
    else if (known.type !== 'text' || !known.active || !known.kinds.includes('incident'))
      throw invalid([
        { path: `custom.${key}`, message: 'exists, but is no active text field of incidents; rename or change it' },
      ]);
  }
}
