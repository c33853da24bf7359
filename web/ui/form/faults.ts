import { ApiProblem, fieldErrors } from '#web/api/problem.ts';
import { same } from './changes.ts';

/** A server's path as the form's field: `value.matrix.0` and `networks.1` belong to `value` and `networks`. */
const fieldOf = (path: string): string => path.split('.', 1)[0] ?? path;

/** Of several in one field, which: `steps.2.body` → "No. 3: ". */
function placeOf(path: string): string {
  const index = /^[^.]+\.(\d+)/.exec(path)?.[1];
  return index === undefined ? '' : `No. ${Number(index) + 1}: `;
}

/**
 * What the server refused, sorted to the form's fields; what belongs to none of them stays `other`. Of fields that are `parts`, each
 * part has its own, under its whole path.
 */
export function sortFault(
  error: unknown,
  fields: readonly string[],
  rename: (path: string) => string = (path) => path,
  parts: readonly string[] = [],
): { byField: Record<string, string>; other: unknown } {
  const byField: Record<string, string> = {};
  let strays = false;
  for (const [path, message] of Object.entries(fieldErrors(error))) {
    const place = rename(path);
    const name = fieldOf(place);
    if (parts.includes(name)) byField[place] ??= message;
    else if (fields.includes(name)) byField[name] ??= `${placeOf(path)}${message}`;
    else strays = true;
  }
  return { byField, other: strays || Object.keys(byField).length === 0 ? error : null };
}

/** A save on top of a version that the writer has not seen. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'stale' && error.status === 409;

/** What stands at a path within a value: `targets.resolution.0`. */
function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const step of path.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[step];
  return at;
}

/** The faults that stay after one field changed: those of its parts which are as they were, and those of other fields. */
export const stillWrong = (
  faults: Readonly<Record<string, string>>,
  field: string,
  before: object,
  after: object,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).filter(
      ([path]) => fieldOf(path) !== field || same(valueAt(before, path), valueAt(after, path)),
    ),
  );
