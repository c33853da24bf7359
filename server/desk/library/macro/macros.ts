import { type RawBuilder, sql } from 'kysely';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { allLifecycles } from '#server/desk/lifecycle/index.ts';
import type { CreateMacro, MacroView, UpdateMacro } from '#shared/library.ts';
import { addToShelf, changeOnShelf, MACROS, shelfColumns, usable, visible } from '../shelf.ts';
import { withoutHidden } from './named.ts';
import { checkSteps, namesIn, stepWords } from './steps.ts';

type Row = Omit<MacroView, 'sentences'>;

async function refuseBad(ctx: Ctx, steps: CreateMacro['steps'] = []): Promise<void> {
  const moves = steps.some(({ transition }) => transition !== undefined);
  const kinds = moves ? await allLifecycles(ctx) : [];
  const errors = checkSteps(steps, { lifecycles: kinds.map(({ lifecycle }) => lifecycle), now: ctx.now });
  if (errors.length > 0) throw invalid(errors);
}

async function refuseHidden(ctx: Ctx, steps: CreateMacro['steps'] | undefined): Promise<void> {
  for (const [index, step] of (steps ?? []).entries())
    if ((await withoutHidden(ctx, [{ steps: [step] }])).length === 0)
      throw invalid([
        { path: `steps.${index}`, message: 'names something that does not exist or that you may not see' },
      ]);
}

/** Writes down several changes and a reply to be done in one step. Returns its id. */
export async function createMacro(ctx: Ctx, input: CreateMacro): Promise<string> {
  await refuseBad(ctx, input.steps);
  await refuseHidden(ctx, input.steps);
  return addToShelf(ctx, MACROS, input);
}

export async function updateMacro(ctx: Ctx, id: string, input: UpdateMacro): Promise<void> {
  await refuseBad(ctx, input.steps);
  await changeOnShelf(ctx, MACROS, id, input);
  await refuseHidden(ctx, input.steps);
}

async function rows(ctx: Ctx, condition: RawBuilder<boolean>): Promise<MacroView[]> {
  const found = await sql<Row>`
    select ${shelfColumns(ctx)}, s.description, s.steps
    from macros s left join staff o on o.id = s.owner_id
    where ${condition} order by lower(s.folder), lower(s.name), s.id limit 1000`.execute(ctx.tx);
  const seen = await withoutHidden(ctx, found.rows);
  const name = await namesIn(
    ctx,
    seen.flatMap((row) => row.steps),
  );
  return seen.map((row) => ({ ...row, sentences: row.steps.map((step) => stepWords(step, name)) }));
}

/** Macros the caller may use; with `all`, those of other teams too for whoever looks after the library. */
export function listMacros(ctx: Ctx, all: boolean): Promise<MacroView[]> {
  return rows(ctx, all ? visible(ctx) : usable(ctx));
}

export async function macro(ctx: Ctx, id: string): Promise<MacroView> {
  const [found] = await rows(ctx, sql<boolean>`s.id = ${id} and ${visible(ctx)}`);
  if (!found) throw notFound('macro');
  return found;
}
