import { sql } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import type { Effect, Figure, Sample } from '#kernel/improvement.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { ImprovementScope } from '#shared/improvement.ts';
import type { ImprovementLink, ImprovementSource, ImprovementStatus, MeasureKey } from '#shared/improvement-words.ts';

/** What a period said, and what it was measured from. */
export type Baseline = Figure & { from: string; to: string; at: string; by: string; sample: Sample };
export type Reading = Figure & { from: string; to: string; at: string; by: string; effect: Effect };
export type ImprovementRecord = {
  id: string;
  client_id: string | null;
  title: string;
  idea: string;
  owner_id: string | null;
  source: { kind: ImprovementSource; id: string | null; step: string | null; text: string };
  status: ImprovementStatus;
  learnt: string;
  measure: MeasureKey | null;
  unit: string;
  better: 'less' | 'more';
  scope: ImprovementScope;
  baseline: Baseline | null;
  target: number | null;
  target_on: string | null;
  measure_on: string | null;
  readings: Reading[];
  links: { kind: ImprovementLink; id: string }[];
  version: number;
  updated_at: string;
};

export const WHAT = 'An improvement of the provider';

/** The entry, locked; `not_found` where it is out of sight, `conflict` where the writer saw an older version. */
export async function lockImprovement(ctx: Ctx, id: string, version: number): Promise<ImprovementRecord> {
  const { rows } = await sql<ImprovementRecord>`select * from improvements where id = ${id} for update`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('improvement');
  if (row.client_id === null) requireAllClients(ctx, WHAT);
  if (row.version !== version) throw staleVersion('improvement', row.version);
  return row;
}

const JSON_COLUMNS = new Set(['source', 'scope', 'baseline', 'readings', 'links']);

/** Writes columns of an entry, as its next version. */
export async function writeImprovement(
  ctx: Ctx,
  { id, version }: Pick<ImprovementRecord, 'id' | 'version'>,
  columns: Partial<ImprovementRecord>,
): Promise<void> {
  const written = { ...columns, version: version + 1, updated_at: ctx.now };
  const set = Object.entries(written).map(
    ([name, value]) =>
      sql`${sql.ref(name)} = ${JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : value}`,
  );
  await sql`update improvements set ${sql.join(set)} where id = ${id}`.execute(ctx.tx);
}
