import { createStore } from '../store.ts';
import { FADING } from '../theme/components.ts';
import { isApple, matches, parseCombo, type Stroke } from './combo.ts';
import { isCovered } from './covered.ts';
import { dropFrom, endDropping, isTooEarly, pressedAt, takeEarlyKeys } from './early.ts';
import { type Opens, releaseKeys } from './held.ts';
import { holdKeys, keepKey, onArrival } from './hold.ts';
import { closesTop } from './on-top.ts';

/** Something a key does while its part of the page is there. */
export type Shortcut = {
  combo: string;
  /** What it does, for the help: "Assign". */
  label: string;
  /** Heading in the help: "List", "Ticket", "Everywhere". */
  group: string;
  run(event: KeyboardEvent): void;
  /** Also while a text field has the focus (only sensible with `mod` or Escape). */
  inFields?: boolean;
  /** Not listed in the help: a second key for the same thing. */
  silent?: boolean;
  /** There is nothing it could act on now: only the help has it. */
  off?: boolean;
  /** It opens something to write in, for which the next keys are meant even while it is on its way. */
  opens?: Opens;
  /** It means the same on every page, so that it need not wait for what the page lists. */
  early?: boolean;
};

type Entry = { shortcut: Shortcut; strokes: Stroke[] };

/** All shortcuts in force, oldest first; of two with the same keys the newer one wins. */
export const shortcutStore = createStore<readonly Entry[]>([]);
/** People may switch single-key shortcuts off (WCAG 2.1.4); combinations with Ctrl, ⌘ or Alt stay. */
export const singleKeysOn = createStore(true);

/** Puts shortcuts in force; the returned function takes them away. */
export function addShortcuts(shortcuts: readonly Shortcut[]): () => void {
  const entries = shortcuts.map((shortcut) => ({ shortcut, strokes: parseCombo(shortcut.combo) }));
  shortcutStore.set((now) => [...now, ...entries]);
  return () => shortcutStore.set((now) => now.filter((entry) => !entries.includes(entry)));
}

const FIELD = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const PRESSED_BY_ENTER =
  'button, a[href], summary, [role=button], [role=menuitem], [role=option], [role=tab], [role=switch]';
/** Menus and lists take letters for themselves, and so does what floats above the page while the focus is in it. */
const TAKES_KEYS = '[role=menu], [role=listbox], [role=dialog]';
/** Strokes of a sequence must follow each other within this time. */
const SEQUENCE_MS = 1_200;

let pending: { entries: Entry[]; step: number; until: number } | null = null;

/** Whether a press belongs to the element that has the focus rather than to the page. */
function belongsToElement(event: KeyboardEvent, target: Element, stroke: Stroke | undefined): boolean {
  const presses = event.key === 'Enter' || event.key === ' ';
  // The focus leaves a closed dialogue a moment later. Letters go to the page by then; what may still be the press that closed
  // it, held or doubled, does not.
  if (target.closest(`.${FADING}`)) return presses || event.repeat;
  if (target.closest(FIELD) || (target.closest(TAKES_KEYS) && !stroke?.mod)) return true;
  return presses && !stroke?.mod && target.closest(PRESSED_BY_ENTER) !== null;
}

/**
 * Gives every key press of the page to its shortcut; the returned function ends that. Begin before any dialogue is there: the
 * press that closes one is still meant for it, and by the time it comes to the page the dialogue is closed.
 */
export function listenToKeys(): () => void {
  let wasCovered = false;
  const before = (event: KeyboardEvent) => {
    if (closesTop(event)) event.stopImmediatePropagation();
    else if (!keepKey(event)) wasCovered = isCovered();
  };
  const after = (event: KeyboardEvent) => {
    if (wasCovered || isCovered()) pending = null;
    else handleKey(event);
  };
  window.addEventListener('keydown', before, { capture: true });
  document.addEventListener('keydown', after);
  document.addEventListener('focusin', onArrival);
  takeEarlyKeys();
  // Whoever takes the pointer goes elsewhere.
  const onPointer = () => {
    releaseKeys();
    endDropping();
  };
  window.addEventListener('pointerdown', onPointer, { capture: true });
  return () => {
    window.removeEventListener('keydown', before, { capture: true });
    document.removeEventListener('keydown', after);
    document.removeEventListener('focusin', onArrival);
    window.removeEventListener('pointerdown', onPointer, { capture: true });
    releaseKeys();
  };
}

/** Does what a shortcut does, by its keys or otherwise; what is typed next goes to what it opens. */
export function runShortcut({ opens, run }: Shortcut, event: KeyboardEvent): void {
  if (opens) holdKeys(opens);
  run(event);
}

/** Whether a press is a letter or a sign of a text, which a shortcut could have. */
const isLetter = ({ key }: KeyboardEvent): boolean => [...key].length === 1 && key !== ' ';

/** Finds and runs the shortcut of a key press. */
function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
  const apple = isApple();
  const now = pressedAt(event);
  const step = pending && pending.until > now ? pending.step : 0;
  const candidates = step > 0 && pending ? pending.entries : shortcutStore.get();
  let known = false;
  const fitting = candidates.filter((entry) => {
    const stroke = entry.strokes[step];
    if (!stroke || !matches(stroke, event, apple)) return false;
    const plain = !stroke.mod && !stroke.alt;
    if (plain && stroke.key !== 'escape' && !singleKeysOn.get()) return false;
    known = true;
    if (entry.shortcut.off) return false;
    return entry.shortcut.inFields || !belongsToElement(event, event.target as Element, stroke);
  });
  pending = null;
  const typed = !event.ctrlKey && !event.metaKey && !event.altKey && !belongsToElement(event, event.target, undefined);
  if (
    typed &&
    isTooEarly(
      event,
      fitting.some(({ shortcut }) => shortcut.early),
    )
  )
    return;
  // A letter that nothing here answers was meant for something else, and so is what follows it.
  if (typed && !known && isLetter(event)) dropFrom(event);
  const winner = fitting.findLast((entry) => entry.strokes.length === step + 1);
  if (winner) {
    event.preventDefault();
    runShortcut(winner.shortcut, event);
    return;
  }
  const longer = fitting.filter((entry) => entry.strokes.length > step + 1);
  if (longer.length > 0) {
    event.preventDefault();
    pending = { entries: longer, step: step + 1, until: now + SEQUENCE_MS };
  }
}
