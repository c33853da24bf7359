import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { today } from './query-rows.ts';

type Named = {
  categoryId?: string | null | undefined;
  serviceId?: string | null | undefined;
  ownerId?: string | null | undefined;
};
const TABLES = { categoryId: 'categories', serviceId: 'services', ownerId: 'staff' } as const;
const WORDS = {
  categoryId: 'is not a category in use',
  serviceId: 'is not a service in use',
  ownerId: 'is not an active person',
};

/** Refuses a day to look it through that is over: it would be due the moment it is said. */
export function refusePast(ctx: Ctx, reviewOn: string | null | undefined): void {
  if (reviewOn && reviewOn < today(ctx))
    throw invalid([{ path: 'reviewOn', message: 'is over; take today or a later day' }]);
}

/** Refuses what an article names and what is not there, or not in use any more. */
export async function checkReferences(ctx: Ctx, input: Named): Promise<void> {
  const errors: FieldError[] = [];
  for (const field of ['categoryId', 'serviceId', 'ownerId'] as const) {
    const id = input[field];
    if (!id) continue;
    const found = await ctx.tx
      .selectFrom(TABLES[field])
      .select('id')
      .where('id', '=', id)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!found) errors.push({ path: field, message: WORDS[field] });
  }
  if (errors.length > 0) throw invalid(errors);
}
