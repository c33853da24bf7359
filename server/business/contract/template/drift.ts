import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { CoversShape } from '#shared/contract.ts';
import type { ContractDrift, LineDrift } from '#shared/contract-template.ts';
import type { CountedBy } from '#shared/count.ts';
import type { KeptLine } from './lines.ts';

/** A line of a contract as it holds today. */
type HeldLine = Omit<KeptLine, 'kind' | 'quantity'> & { template_line: string | null };
type Row = {
  contract: { id: string; name: string };
  client: { id: string; name: string };
  begins: string;
  template_id: string;
  lines: HeldLine[];
};

/**
 * How each contract that was made from a template, and has not ended, differs from it today, by template. How many of something there are is
 * each client's own and no difference. Contracts that are as their template come with empty lists.
 */
export async function driftOf(
  ctx: Ctx,
  templates: readonly { id: string; lines: readonly KeptLine[] }[],
): Promise<Map<string, ContractDrift[]>> {
  const lines = new Map(templates.map((template) => [template.id, template.lines]));
  const drift = new Map<string, ContractDrift[]>();
  for (const { template_id, lines: held, ...row } of await madeFromThem(ctx, [...lines.keys()])) {
    const of = lines.get(template_id) ?? [];
    const known = new Set(of.map(({ id }) => id));
    const own = held.filter(({ template_line }) => template_line === null || !known.has(template_line));
    drift.set(template_id, [
      ...(drift.get(template_id) ?? []),
      { ...row, lines: of.flatMap((line) => lineDrift(line, held)), own: own.map(({ name }) => name) },
    ]);
  }
  return drift;
}

/** Whether a contract differs from its template at all. */
export const drifted = ({ lines, own }: ContractDrift): boolean => lines.length > 0 || own.length > 0;

async function madeFromThem(ctx: Ctx, templateIds: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select jsonb_build_object('id', k.id, 'name', k.name) as contract, jsonb_build_object('id', c.id, 'name', c.name) as client,
      k.begins, k.template_id,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'template_line', l.template_line, 'name', l.name, 'unit', l.unit,
          'prorated', l.prorated, 'covers', l.covers, 'percent', trim_scale(l.percent)::text, 'weighted', l.weighted,
          'keepsMonths', l.keeps_months, 'taxRateId', l.tax_rate_id,
          'counts', case when l.count_source is not null then jsonb_strip_nulls(jsonb_build_object('source', l.count_source,
            'classKey', l.count_class, 'productId', l.count_product)) end,
          'price', (select trim_scale(t.price)::text from contract_terms t where t.client_id = l.client_id and t.line_id = l.id
            and t.from_day <= greatest(current_date, l.from_day) order by t.from_day desc limit 1)) order by l.position)
        from contract_lines l where l.client_id = k.client_id and l.contract_id = k.id
          and (l.until_day is null or l.until_day > current_date)), '[]') as lines
    from contracts k join clients c on c.id = k.client_id
    where k.template_id = any (${templateIds}::uuid[]) and k.state <> 'ended' order by c.name_key, k.name, k.id`.execute(
    ctx.tx,
  );
  return rows;
}

function lineDrift(line: KeptLine, held: readonly HeldLine[]): LineDrift[] {
  const one = held.find(({ template_line }) => template_line === line.id);
  const differs = one ? differences(line, one) : [{ field: 'missing' as const, template: null, contract: null }];
  return differs.length === 0 ? [] : [{ lineId: line.id, name: line.name, differs }];
}

type Differs = LineDrift['differs'][number];
/** Fields whose values say enough by themselves. */
const PLAIN = ['name', 'unit', 'price', 'percent', 'prorated', 'weighted', 'keepsMonths'] as const;
const NUMERIC = new Set<string>(['price', 'percent', 'keepsMonths']);

function differences(line: KeptLine, held: HeldLine): Differs[] {
  const plain = PLAIN.flatMap((field): Differs[] => {
    const [template, contract] = [line[field], held[field]];
    const same =
      NUMERIC.has(field) && template !== null && contract !== null
        ? Number(template) === Number(contract)
        : template === contract;
    return same ? [] : [{ field, template: said(template), contract: said(contract) }];
  });
  const rest: Differs[] = [];
  const add = (field: Differs['field'], same: boolean) => {
    if (!same) rest.push({ field, template: null, contract: null });
  };
  add('taxRateId', line.taxRateId === held.taxRateId);
  add('covers', coversText(line.covers) === coversText(held.covers));
  add('counts', countsText(line.counts) === countsText(held.counts));
  return [...plain, ...rest];
}

const said = (value: string | number | boolean | null): string | null => (value === null ? null : String(value));

/** What a line takes in, without what is the client's own, in an order that does not matter. */
const coversText = (covers: CoversShape | null): string =>
  covers === null
    ? ''
    : JSON.stringify(
        Object.entries({ ...covers, itemIds: [], contactIds: [] })
          .map(([field, values]) => [field, [...values].sort()])
          .sort(),
      );
const countsText = (counts: CountedBy | null): string =>
  counts === null ? '' : [counts.source, counts.classKey ?? '', counts.productId ?? ''].join(' ');
