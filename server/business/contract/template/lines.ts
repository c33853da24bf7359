import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CoversShape } from '#shared/contract.ts';
import type { TemplateLine } from '#shared/contract-template.ts';
import type { LineKind } from '#shared/contract-words.ts';
import type { CountedBy } from '#shared/count.ts';
import { EVERYTHING, lineFaults, refuseUnknown, takesTime } from '../lines.ts';

/** A line of a template as it is kept: whole, without anything of a client's. */
export type KeptLine = {
  id: string;
  kind: LineKind;
  name: string;
  unit: string;
  prorated: boolean;
  covers: CoversShape | null;
  percent: string;
  weighted: boolean;
  keepsMonths: number | null;
  taxRateId: string | null;
  counts: CountedBy | null;
  quantity: string | null;
  price: string | null;
};

/**
 * Lines as a template keeps them: those that are there keep their id and what they are, new ones get an id. `invalid` by the line's number
 * and field.
 */
export async function keptLines(
  ctx: Ctx,
  given: readonly TemplateLine[],
  before: readonly KeptLine[],
): Promise<KeptLine[]> {
  const known = new Map(before.map((line) => [line.id, line]));
  const faults: FieldError[] = [];
  const lines: KeptLine[] = [];
  const names = new Set<string>();
  for (const [nth, line] of given.entries()) {
    const was = line.id === undefined ? undefined : known.get(line.id);
    const own: FieldError[] = [];
    if (line.id !== undefined && !was) own.push({ path: 'id', message: 'is not a line of this template' });
    if (was && was.kind !== line.kind)
      own.push({ path: 'kind', message: 'stays as it is: take the line out, and add another' });
    const name = line.name.trim();
    if (names.has(name.toLowerCase())) own.push({ path: 'name', message: 'is the name of another line' });
    names.add(name.toLowerCase());
    own.push(...lineFaults(line), ...(await unknownIn(ctx, line)));
    faults.push(...own.map(({ path, message }) => ({ path: `lines.${nth}.${path}`, message })));
    lines.push(keptLine({ ...line, name }, was?.id ?? newId()));
  }
  if (lines.length !== new Set(lines.map(({ id }) => id)).size)
    faults.push({ path: 'lines', message: 'must name each line once' });
  if (faults.length > 0) throw invalid(faults);
  return lines;
}

/** A line with everything said that was left out. */
export function keptLine(line: TemplateLine, id: string): KeptLine {
  return {
    ...{ id, kind: line.kind, name: line.name, unit: line.unit ?? '', prorated: line.prorated ?? true },
    covers: takesTime(line.kind) ? { ...EVERYTHING, ...line.covers, itemIds: [], contactIds: [] } : null,
    ...{ percent: line.percent ?? '100', weighted: line.weighted ?? false, keepsMonths: line.keepsMonths ?? null },
    ...{ taxRateId: line.taxRateId ?? null, counts: line.counts ?? null },
    ...{ quantity: line.quantity ?? null, price: line.price ?? null },
  };
}

async function unknownIn(ctx: Ctx, line: TemplateLine): Promise<readonly FieldError[]> {
  try {
    await refuseUnknown(ctx, null, line);
    return [];
  } catch (error) {
    if (error instanceof Fault && error.errors.length > 0) return error.errors;
    throw error;
  }
}
