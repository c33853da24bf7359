import { type FieldError, forbidden } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { MacroStep, RunMacro } from '#shared/library.ts';
import type { NameOf, Rules, StepKind, StepKinds, StepName } from './step.ts';
import { AROUND_STEPS } from './steps-around.ts';
import { FIELD_STEPS } from './steps-field.ts';

const KINDS: StepKinds = { ...FIELD_STEPS, ...AROUND_STEPS };

/** The one thing that a step says, with how that kind of step works. */
function open(step: MacroStep): { kind: StepKind<unknown>; value: unknown } {
  const [name, value] = Object.entries(step)[0] as [StepName, unknown];
  return { kind: KINDS[name] as StepKind<unknown>, value };
}

/** What is wrong with the steps of a macro before it is saved, by path. */
export function checkSteps(steps: readonly MacroStep[], rules: Rules): FieldError[] {
  return steps.flatMap((step, index) => {
    const { kind, value } = open(step);
    return (kind.check?.(value, rules) ?? []).map((error) => ({ ...error, path: `steps.${index}.${error.path}` }));
  });
}

/** A step in words, such as "Add tag outage". */
export function stepWords(step: MacroStep, name: NameOf): string {
  const { kind, value } = open(step);
  return kind.words(value, name);
}

/** Does one step on a ticket, if the caller could do it by hand. */
export async function runStep(ctx: Ctx, ticket: TicketRecord, step: MacroStep, asked: RunMacro): Promise<void> {
  const { kind, value } = open(step);
  const missing = kind.permission(value).find((permission) => !ctx.can(permission));
  if (missing) throw forbidden(`This needs the permission "${missing}", which your role or key does not have.`);
  await kind.run(ctx, ticket, value, asked);
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NAMED = ['staff', 'teams', 'categories', 'services', 'checklist_templates', 'contacts'] as const;

/** The names of everything that steps mention by id, as far as the caller may see it. */
export async function namesIn(ctx: Ctx, steps: readonly MacroStep[]): Promise<NameOf> {
  const ids = [...new Set(JSON.stringify(steps).match(ID) ?? [])];
  const names = new Map<string, string>();
  if (ids.length > 0)
    for (const table of NAMED)
      for (const row of await ctx.tx.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute())
        names.set(row.id, row.name);
  return (id) => (id ? (names.get(id) ?? 'something that is gone') : 'nothing');
}
