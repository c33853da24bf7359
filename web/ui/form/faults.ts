import { ApiProblem, fieldErrors } from '#web/api/problem.ts';

/** A server's path as the form's field: `value.matrix.0` and `networks.1` belong to `value` and `networks`. */
const fieldOf = (path: string): string => path.split('.', 1)[0] ?? path;

/** Of several in one field, which: `steps.2.body` → "No. 3: ". */
function placeOf(path: string): string {
  const index = /^[^.]+\.(\d+)/.exec(path)?.[1];
  return index === undefined ? '' : `No. ${Number(index) + 1}: `;
}

/** What the server refused, sorted to the form's fields; what belongs to none of them stays `other`. */
export function sortFault(
  error: unknown,
  fields: readonly string[],
  rename: (path: string) => string = (path) => path,
): { byField: Record<string, string>; other: unknown } {
  const byField: Record<string, string> = {};
  let strays = false;
  for (const [path, message] of Object.entries(fieldErrors(error))) {
    const name = fieldOf(rename(path));
    if (fields.includes(name)) byField[name] ??= `${placeOf(path)}${message}`;
    else strays = true;
  }
  return { byField, other: strays || Object.keys(byField).length === 0 ? error : null };
}

/** A save on top of a version that the writer has not seen. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'conflict' && error.status === 409;
