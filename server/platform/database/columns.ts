/** `timeZone` → `time_zone`. */
const column = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Fields of a request as columns of a row; what was not sent stays out. */
export function toColumns<T extends object>(fields: T): { [key: string]: T[keyof T] } {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [column(field), value]),
  );
}

/** What differs between a row and the columns to write: `{column: [before, after]}`. */
export function differences(before: object, columns: object): Record<string, [unknown, unknown]> {
  const row = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([name, value]) => JSON.stringify(row[name]) !== JSON.stringify(value))
      .map(([name, value]) => [name, [row[name], value]]),
  );
}
