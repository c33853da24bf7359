import { fold } from '#kernel/fold.ts';
import type { Ctx } from '#platform/context/index.ts';

const LONGEST = 10;
const USUAL = 4;

/** Codes for clients to be, that no client has: the beginning of the name, with a number behind it where that is taken. */
export async function freeCodes(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx.selectFrom('clients').select('code').execute();
  const taken = new Set(rows.map(({ code }) => code));
  return new Map(
    names.map((name) => {
      const code = freeCode(name, taken);
      taken.add(code);
      return [name, code];
    }),
  );
}

function freeCode(name: string, taken: ReadonlySet<string>): string {
  const letters = fold(name)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '');
  const base = (letters.length >= 2 ? letters : `${letters}CLIENT`).slice(0, USUAL);
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base.slice(0, LONGEST - String(number).length)}${number}`;
    if (!taken.has(code)) return code;
  }
}
