import type { Collision } from '#kernel/change-schedule.ts';
import type { CollisionView } from '#shared/change-schedule.ts';

/** A collision as it is told; `overridden` are the sentences that somebody went on in spite of. */
export function collisionView(collision: Collision, overridden: ReadonlySet<string> = new Set()): CollisionView {
  const { kind, sentence, from, to, change, period } = collision;
  const isOverridden = collision.blocks && overridden.has(sentence);
  return {
    ...{ from: new Date(from).toISOString(), to: new Date(to).toISOString(), kind, sentence, change, period },
    ...{ blocks: collision.blocks && !isOverridden, overridden: isOverridden },
  };
}
