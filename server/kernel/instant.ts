const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

/** Whether a value is an instant in UTC as the API writes it: `2026-11-27T08:30:00.000Z`, with up to six digits of a second. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && SHAPE.test(value) && !Number.isNaN(Date.parse(value));
