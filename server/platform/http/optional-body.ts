import type { TSchema } from 'typebox';

/** Whether a route needs no body: it takes an object in which nothing is required, so none at all says the same as `{}`. */
export function isOptionalBody(schema: TSchema | Record<string, unknown> | undefined): boolean {
  const { type, required } = (schema ?? {}) as { type?: unknown; required?: readonly string[] };
  return type === 'object' && (required ?? []).length === 0;
}
