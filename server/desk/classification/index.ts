import type { Ctx } from '#platform/context/index.ts';
import { createRecord } from '#platform/record/index.ts';
import type { CreateService } from '#shared/classification.ts';
import { classificationRoutes } from './routes.ts';

export { createCategory } from './categories.ts';

/** Adds a service that clients consume. */
export function createService(ctx: Ctx, input: CreateService): Promise<string> {
  return createRecord(ctx, 'services', 'service', input);
}

export const classificationModule = { name: 'classification', routes: classificationRoutes };
