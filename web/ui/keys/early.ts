/** Somebody who goes on typing pauses less than this between two keys. */
const PAUSE_MS = 1_500;
/** A board is there with its first card: whatever a key does there, it does to a card or moves to one. */
const ON_ITS_WAY = [
  '#content > [role=status]',
  '[role=grid][aria-busy=true]',
  '.f-board:not(:has([data-card])) [data-lane][aria-busy=true]',
].join(', ');
/** Keys that are no part of anything typed; those that move go nowhere where there is nothing yet. */
const NOT_TYPED = /^(Escape|Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|Arrow\w+|Home|End|PageUp|PageDown)$/;

let dropUntil = 0;

/** Whether the page is there that single keys are meant for: its code and what it lists. */
function isStanding(): boolean {
  const content = document.getElementById('content');
  return content !== null && content.firstElementChild !== null && document.querySelector(ON_ITS_WAY) === null;
}

/**
 * When a key was pressed, by the clock: on a busy machine the page hears of it seconds later. What counts for whether keys
 * belong together is the hand, not the machine.
 */
export const pressedAt = (event: KeyboardEvent): number =>
  Date.now() - Math.max(0, performance.now() - event.timeStamp);

/**
 * Whether a press comes before the page that it is meant for, or goes on with what could not be served: whoever types blind gets
 * all of it or nothing, and never its last letters as commands.
 * @param means whether the press means the same on every page, such as going to another
 */
export function isTooEarly(event: KeyboardEvent, means: boolean): boolean {
  if (NOT_TYPED.test(event.key)) return false;
  if (pressedAt(event) >= dropUntil && (means || isStanding())) return false;
  dropFrom(event);
  return true;
}

/** From this press on keys are dropped, until the hand rests. */
export function dropFrom(event: KeyboardEvent): void {
  dropUntil = Math.max(dropUntil, pressedAt(event) + PAUSE_MS);
}

/** Whoever takes the pointer has looked at the page. */
export function endDropping(): void {
  dropUntil = 0;
}

/** Takes over from the page's first script, which only notes when a key was pressed before there was anything to hear it. */
export function takeEarlyKeys(): void {
  const typed = Number(document.documentElement.dataset['typed'] ?? 0);
  dropUntil = Math.max(dropUntil, typed + PAUSE_MS);
  window.dispatchEvent(new Event('fettle:keys'));
}
