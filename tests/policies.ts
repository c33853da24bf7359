import { EMPTY_TERMS, type PolicyTerms } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createPolicy, publishPolicy } from '#server/practices/service-level/index.ts';

/** Minutes by priority, P1 first; one stands for all. */
type Minutes = number | 'none' | readonly number[];

/** Terms that promise these minutes, counted by `calendar`; null takes it from above. */
export function termsOf(
  targets: Partial<Record<keyof PolicyTerms['targets'], Minutes>>,
  more: Partial<PolicyTerms> & { calendar?: string | null } = {},
): PolicyTerms {
  const { calendar = null, ...terms } = more;
  const cells = Object.entries(targets).map(([target, minutes]) => [
    target,
    { byPriority: Array.isArray(minutes) ? minutes : Array.from({ length: 5 }, () => minutes), calendar },
  ]);
  return { ...EMPTY_TERMS, targets: Object.fromEntries(cells), ...terms };
}

/** Puts a policy in force as of the command's instant. */
export async function promise(
  ctx: Ctx,
  terms: PolicyTerms,
  place: { clientId?: string; groupId?: string; name?: string } = {},
): Promise<string> {
  const { name = 'Targets', ...at } = place;
  const id = await createPolicy(ctx, { name, ...at, terms: terms as never });
  await publishPolicy(ctx, id, { version: 1 });
  return id;
}
