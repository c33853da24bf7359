/** Somebody who goes on typing pauses less than this between two keys. */
const PAUSE_MS = 900;
const ON_ITS_WAY = '#content > [role=status], [role=grid][aria-busy=true], .f-lane[aria-busy=true]';
/** Keys that are no part of anything typed. */
const NOT_TYPED = ['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta'];

let dropUntil = 0;

/** Whether the page is there that single keys are meant for: its code and what it lists. */
function isStanding(): boolean {
  const content = document.getElementById('content');
  return content !== null && content.firstElementChild !== null && document.querySelector(ON_ITS_WAY) === null;
}

/**
 * Whether a press comes before the page that it is meant for, or goes on with what was typed so early: whoever types blind gets
 * all of it or nothing, and never its last letters as commands.
 * @param means whether the press means the same on every page, such as going to another
 */
export function isTooEarly(event: KeyboardEvent, means: boolean): boolean {
  if (NOT_TYPED.includes(event.key)) return false;
  const now = Date.now();
  if (now >= dropUntil && (means || isStanding())) return false;
  dropUntil = now + PAUSE_MS;
  return true;
}

/** Takes over from the page's first script, which only notes when a key was pressed before there was anything to hear it. */
export function takeEarlyKeys(): void {
  const typed = Number(document.documentElement.dataset['typed'] ?? 0);
  dropUntil = Math.max(dropUntil, typed + PAUSE_MS);
  window.dispatchEvent(new Event('fettle:keys'));
}
