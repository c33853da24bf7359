import type { Ctx } from '#platform/context/index.ts';
import { createRecord } from '#platform/record/index.ts';
import type { CreateCustomField, CreateService } from '#shared/classification.ts';
import { classificationRoutes } from './routes.ts';

export { createCategory } from './categories.ts';

/** Adds a service that clients consume. */
export function createService(ctx: Ctx, input: CreateService): Promise<string> {
  return createRecord(ctx, 'services', 'service', input);
}

/** Adds a custom field for tickets; its key and type stay. */
export function createCustomField(ctx: Ctx, input: CreateCustomField): Promise<string> {
  return createRecord(ctx, 'custom_fields', 'custom_field', input);
}

export const classificationModule = { name: 'classification', routes: classificationRoutes };
