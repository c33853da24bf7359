import { type Ctx, readOnce } from '#platform/context/index.ts';

/** A target as people call it: `first response`, `OLA of Network`. */
export async function targetName(ctx: Ctx, target: string): Promise<string> {
  if (!target.startsWith('ola:')) return target === 'vendor' ? 'vendor' : target.replace('_', ' ');
  const id = target.slice(4);
  const [team] = await readOnce(ctx, `team ${id}`, () =>
    ctx.hot<{ name: string }>('team_name', 'select name from teams where id = $1', [id]),
  );
  return `OLA of ${team?.name ?? 'a team'}`;
}
