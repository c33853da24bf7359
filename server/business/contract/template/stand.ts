import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTemplate } from './kept.ts';

type Place = { readonly clientId: string; readonly contractId: string };

/** Notes which line of the template a line of a contract stands for. */
export async function standsFor(
  ctx: Ctx,
  { clientId, lineId, templateLine }: Record<'clientId' | 'lineId' | 'templateLine', string>,
): Promise<void> {
  await sql`update contract_lines set template_line = ${templateLine} where client_id = ${clientId} and id = ${lineId}`.execute(
    ctx.tx,
  );
}

/**
 * Lets lines of a contract stand for those of the same kind and name of a template, or with null for none. `invalid` for a template that is
 * not there.
 */
export async function standByName(ctx: Ctx, { clientId, contractId }: Place, templateId: string | null): Promise<void> {
  const template = templateId === null ? null : await findTemplate(ctx, templateId);
  if (templateId !== null && !template)
    throw invalid([{ path: 'templateId', message: 'is not a template of contracts' }]);
  await sql`
    update contract_lines l set template_line = (
      select t.id from jsonb_to_recordset(${JSON.stringify(template?.lines ?? [])}::jsonb) as t (id uuid, kind text, name text)
      where t.kind = l.kind and lower(t.name) = lower(l.name) limit 1)
    where l.client_id = ${clientId} and l.contract_id = ${contractId}`.execute(ctx.tx);
}

/** The line of a contract that stands for each line of its template. */
export async function standingFor(ctx: Ctx, { clientId, contractId }: Place): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; template_line: string }>`
    select id, template_line from contract_lines where client_id = ${clientId} and contract_id = ${contractId}
      and template_line is not null order by from_day`.execute(ctx.tx);
  return new Map(rows.map(({ id, template_line }) => [template_line, id]));
}
