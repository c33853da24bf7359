/** Improvements: figures of what was measured, and whether something became better, in plain words. Pure. */
export { chance } from './improvement/chance.ts';
export { compare, effectWords, NEEDED, normal } from './improvement/compare.ts';
export { figureOf } from './improvement/figure.ts';
export { missingFor } from './improvement/steps.ts';
export type { Effect, Figure, How, Sample } from './improvement/types.ts';
