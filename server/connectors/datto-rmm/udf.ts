import { known, looseOf, textOf } from '#server/connectors/core/index.ts';

/** Which user-defined fields may be read, and the attribute that each is. */
export type AllowedUdfs = readonly { readonly udf: string; readonly attribute: string }[];

const ONE = /^(udf(?:[1-9]\d?|[12]\d\d|300))(?:\s*=\s*([a-zA-Z]\w{0,49}))?$/;

/** Reads the list of an administrator: `udf3=location, udf12`; null where it cannot be meant. */
export function allowedUdfs(list: string): AllowedUdfs | null {
  const words = list
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const allowed = words.flatMap((word) => {
    const [, udf, attribute] = ONE.exec(word) ?? [];
    return udf === undefined ? [] : [{ udf, attribute: attribute ?? udf }];
  });
  return allowed.length === words.length ? allowed : null;
}

/** The values of those that are allowed, by attribute. */
export function udfsIn(value: unknown, allowed: AllowedUdfs): Record<string, string> {
  const fields = looseOf(value);
  return known(Object.fromEntries(allowed.map(({ udf, attribute }) => [attribute, textOf(fields[udf])])));
}
