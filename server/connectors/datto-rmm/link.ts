import { textOf } from '#server/connectors/core/index.ts';

const LONGEST = 2_000;

/** An address that people may open: by HTTPS, whatever came; null for anything else. */
export function linkOf(value: unknown): string | null {
  const text = textOf(value);
  const url = text === null || text.length > LONGEST ? null : URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' ? url.href : null;
}
