import { sql } from 'kysely';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { putSetting, resolveSetting } from '#platform/settings/index.ts';
import type { PracticeUses, PracticeView } from '#shared/adoption.ts';
import { PRACTICE_KEYS, type PracticeKey } from '#shared/adoption-words.ts';
import { ADOPTED } from './settings.ts';

const DAYS = 90;

/** Every practice, and whether it is shown. */
export async function listPractices(ctx: Ctx): Promise<PracticeView[]> {
  const { value: adopted } = await resolveSetting(ctx, ADOPTED, null);
  return PRACTICE_KEYS.map((key) => ({ key, on: adopted[key] ?? false }));
}

/** Shows a practice, or hides it. */
export async function switchPractice(ctx: Ctx, key: PracticeKey, on: boolean): Promise<void> {
  requireAllClients(ctx, 'Which practices are in use');
  const { value } = await resolveSetting(ctx, ADOPTED, null);
  await putSetting(ctx, ADOPTED.key, { level: 'provider', id: null }, { ...value, [key]: on });
}

/** How much each practice was used within the last 90 days. */
export async function usesLately(ctx: Ctx): Promise<PracticeUses> {
  const since = new Date(Date.parse(ctx.now) - DAYS * 86_400_000).toISOString();
  const mine = ctx.scope.allClients ? sql`true` : sql`client_id = any (${[...ctx.scope.clientIds]}::uuid[])`;
  const { rows } = await sql<Record<PracticeKey, number>>`select
    (select count(*)::int from tickets where kind = 'request' and created_at >= ${since} and ${mine}) as request,
    (select count(*)::int from tickets where kind = 'change' and created_at >= ${since} and ${mine}) as change,
    (select count(*)::int from tickets where kind = 'problem' and created_at >= ${since} and ${mine}) as problem,
    (select count(*)::int from articles where created_at >= ${since}) as knowledge,
    (select count(*)::int from major_incidents where proposed_at >= ${since} and ${mine}) as major,
    (select count(*)::int from improvements where created_at >= ${since}
      and (client_id is null or ${mine})) as improvement`.execute(ctx.tx);
  return { uses: PRACTICE_KEYS.map((key) => ({ key, count: rows[0]?.[key] ?? 0 })) };
}
