import type { FieldError } from '#kernel/errors.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { MacroStep, RunMacro } from '#shared/library.ts';
import type { Permission } from '#shared/permissions.ts';

/** What a thing that a step names by its id is called. */
export type NameOf = (id: string | null | undefined) => string;

/** What there is to check a step against: the lifecycles of all kinds, and the instant. */
export type Rules = { readonly lifecycles: readonly Lifecycle[]; readonly now: string };

/** How one kind of step is checked, said, allowed and done; each does its work through the ticket's own commands. */
export type StepKind<T> = {
  permission(step: T): readonly Permission[];
  /** What is wrong with it before any ticket is known; paths are relative to the step. */
  check?(step: T, rules: Rules): readonly FieldError[];
  words(step: T, name: NameOf): string;
  run(ctx: Ctx, ticket: TicketRecord, step: T, asked: RunMacro): Promise<unknown>;
};

export type StepName = keyof MacroStep;
export type StepKinds = { readonly [K in StepName]-?: StepKind<NonNullable<MacroStep[K]>> };
