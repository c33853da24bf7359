import Type, { type Static } from 'typebox';
import { Instant, Nullable } from './http.ts';

/** How far the sample MSP is: tickets written of all. */
export const SampleProgress = Type.Object({
  endsAt: Instant,
  done: Type.Integer(),
  total: Type.Integer(),
  finishedAt: Nullable(Instant),
});
export type SampleProgress = Static<typeof SampleProgress>;
