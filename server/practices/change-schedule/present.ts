import type { Collision } from '#kernel/change-schedule.ts';
import type { CollisionView } from '#shared/change-schedule.ts';
import { isOverridden } from './overrides.ts';

/** A collision as it is told; `overridden`: what somebody went on in spite of. */
export function collisionView(collision: Collision, overridden: ReadonlySet<string> = new Set()): CollisionView {
  const { kind, sentence, from, to, change, period } = collision;
  const isOver = collision.blocks && isOverridden(collision, overridden);
  return {
    ...{ from: new Date(from).toISOString(), to: new Date(to).toISOString(), kind, sentence, change, period },
    ...{ blocks: collision.blocks && !isOver, overridden: isOver },
  };
}
