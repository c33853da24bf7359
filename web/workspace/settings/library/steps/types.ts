import type { MacroStep } from '#client/index.ts';

export type StepName = keyof MacroStep;
export type StepOf<N extends StepName> = NonNullable<MacroStep[N]>;
export type StepProps<N extends StepName> = { value: StepOf<N>; onChange(next: StepOf<N>): void };

/** The kind of a step: its one key. */
export const stepName = (step: MacroStep): StepName => Object.keys(step)[0] as StepName;
