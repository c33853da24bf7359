import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import { story } from './service-level/arbitrary.ts';
import { sceneOf } from './service-level/scene.ts';
import { Stage } from './service-level/stage.ts';
import { verdicts } from './service-level/verdicts.ts';

it.each([1, 2, 3, 4, 5])(
  'service levels agree with a walk minute by minute, on calendars of their own (%i)',
  (seed) => {
    const stage = new Stage(seed);
    fc.assert(
      fc.property(story, (told) => {
        const { engine, oracle } = verdicts(sceneOf(stage, told));
        expect(engine).toEqual(oracle);
      }),
      { numRuns: runs(20_000) },
    );
  },
);
