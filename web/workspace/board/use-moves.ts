import { type RefObject, useRef } from 'react';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';

/**
 * Moving between cards with the arrows or h j k l. Lanes carry `data-lane` and cards `data-card`, in the order in which
 * they stand. A card that left takes nothing with it: the next press goes on from where it stood.
 */
export function useMoves(board: RefObject<HTMLElement | null>): void {
  const last = useRef<{ lane: number; card: number } | null>(null);
  const move = (across: number, down: number) => {
    const lanes = [...(board.current?.querySelectorAll('[data-lane]') ?? [])].map((lane) => [
      ...lane.querySelectorAll<HTMLElement>('[data-card]'),
    ]);
    const focus = (lane: number, card: number) => {
      const cards = lanes[lane] ?? [];
      const at = Math.max(0, Math.min(card, cards.length - 1));
      last.current = { lane, card: at };
      cards[at]?.focus();
    };
    const active = document.activeElement;
    const lane = lanes.findIndex((cards) => cards.some((card) => card === active));
    if (lane < 0) {
      const again = last.current && (lanes[last.current.lane]?.length ?? 0) > 0 ? last.current : null;
      return focus(again?.lane ?? lanes.findIndex((cards) => cards.length > 0), again?.card ?? 0);
    }
    const card = lanes[lane]?.indexOf(active as HTMLElement) ?? 0;
    if (down !== 0) return focus(lane, card + down);
    const next = across > 0 ? lanes.findIndex((cards, at) => at > lane && cards.length > 0) : before(lanes, lane);
    if (next >= 0) focus(next, card);
  };
  const key = (combo: string, label: string, across: number, down: number, silent = false) => ({
    combo,
    label,
    group: 'Board',
    silent,
    run: () => move(across, down),
  });
  useShortcuts([
    key('j', 'Next card', 0, 1),
    key('k', 'Previous card', 0, -1),
    key('l', 'Next column', 1, 0),
    key('h', 'Previous column', -1, 0),
    key('down', 'Next card', 0, 1, true),
    key('up', 'Previous card', 0, -1, true),
    key('right', 'Next column', 1, 0, true),
    key('left', 'Previous column', -1, 0, true),
  ]);
}

/** The nearest lane to the left that holds something. */
function before(lanes: readonly (readonly HTMLElement[])[], lane: number): number {
  return lanes.findLastIndex((cards, at) => at < lane && cards.length > 0);
}
