import { isApple } from './combo.ts';
import { isCovered, isInDialogue } from './covered.ts';
import { heldNow, holdThem, type Opens, releaseKeys } from './held.ts';

/** Nobody waits longer than this without pressing anything; whoever goes on typing is given more. */
const SILENCE_MS = 3_000;
const LONGEST_MS = 10_000;
/** Keys that mean something to a list or a text on its way; `Escape` only ever stands alone. */
const NAMED = ['Enter', 'ArrowUp', 'ArrowDown'];
/** Enter with Ctrl or ⌘, which sends a form from any of its fields. */
const SEND = 'mod+Enter';
const NOT_TYPED_IN = 'checkbox, radio, button, submit, reset, file, range, color, hidden'
  .split(', ')
  .map((type) => `[type=${type}]`)
  .join(', ');
const TEXT = `input:not(:read-only):not(${NOT_TYPED_IN}), textarea:not(:read-only), [contenteditable=true]`;

/**
 * From now on keys are kept back for what is being opened, whose code or data may still be on its way: they neither run
 * shortcuts nor go into the field that was left. They are typed when it has the focus. Call before opening.
 */
export function holdKeys(opens: Opens): void {
  releaseKeys();
  holdThem({ opens, keys: [], began: Date.now(), timer: setTimeout(releaseKeys, SILENCE_MS) });
}

/** Keeps a press back where one is waited for. Answers whether it did; the press is nobody else's then. */
export function keepKey(event: KeyboardEvent): boolean {
  const hold = heldNow();
  if (!hold || event.isComposing) return false;
  const { activeElement: at } = document;
  // What was opened has the focus and is no text, such as a button: the press is meant for it.
  if (at?.matches('button, a, input, select, [tabindex="0"]') && !at.matches(TEXT) && isInDialogue(at)) {
    releaseKeys();
    return false;
  }
  if (event.key === 'Escape') {
    if (hold.opens === 'field' || isCovered()) {
      releaseKeys();
      return false;
    }
    // The dialogue is not there yet, and the page behind it is not what is to be left.
    hold.keys = ['Escape'];
  } else if (event.key === 'Backspace') hold.keys.pop();
  else if (!isTyped(event) && !NAMED.includes(event.key)) return false;
  else if (!event.repeat && hold.keys[0] !== 'Escape')
    hold.keys.push(event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? SEND : event.key);
  event.preventDefault();
  event.stopImmediatePropagation();
  clearTimeout(hold.timer);
  hold.timer = setTimeout(releaseKeys, Math.min(SILENCE_MS, Math.max(0, hold.began + LONGEST_MS - Date.now())));
  return true;
}

/** Whether a press makes a character. AltGr comes as Ctrl and Alt together, and Option is Apple's AltGr. */
function isTyped(event: KeyboardEvent): boolean {
  if ([...event.key].length !== 1) return false;
  if (event.getModifierState('AltGraph')) return true;
  const { ctrlKey, metaKey, altKey } = event;
  return !ctrlKey && !metaKey && (!altKey || isApple());
}

/** Types what was kept, once what was waited for has the focus. */
export function onArrival(event: FocusEvent): void {
  const hold = heldNow();
  if (!hold || !(event.target instanceof Element)) return;
  const { opens, keys } = hold;
  if (isInDialogue(event.target) !== (opens === 'dialogue')) return;
  if (!event.target.matches(TEXT) && keys[0] !== 'Escape') return;
  releaseKeys();
  // After what gave the focus has ended. No press can come in between.
  queueMicrotask(() => void type(keys));
}

async function type(keys: readonly string[]): Promise<void> {
  for (const key of joined(keys)) {
    const at = document.activeElement;
    const isNamed = NAMED.includes(key) || key === 'Escape' || key === SEND;
    const press = key === SEND ? { key: 'Enter', ctrlKey: true } : { key };
    if (isNamed) at?.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }));
    // The only way that tells the field, and whoever looks after it, the same as typing does, and that can be undone.
    else document.execCommand('insertText', false, key);
    // The page answers each before the next comes.
    await Promise.resolve();
  }
}

/** Characters that follow each other, as one text. */
function joined(keys: readonly string[]): string[] {
  const texts: string[] = [];
  let open = false;
  for (const key of keys) {
    const isText = [...key].length === 1;
    if (isText && open) texts.push(`${texts.pop()}${key}`);
    else texts.push(key);
    open = isText;
  }
  return texts;
}
