/**
 * Key combinations as text: `k`, `shift+j`, `mod+k` (⌘ on Apple keyboards, Ctrl elsewhere), `g q` (one after the other).
 * Letters are what is typed, so `?` needs no `shift+`.
 */
export type Stroke = { key: string; mod: boolean; shift: boolean; alt: boolean };

type KeyLike = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const NAMES: Record<string, string> = {
  esc: 'escape',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** The strokes of a combination, in order. */
export function parseCombo(combo: string): Stroke[] {
  return combo.split(' ').map((part) => {
    const words = part.toLowerCase().split('+');
    const last = part.endsWith('+') ? '+' : (words.at(-1) ?? '');
    return {
      key: NAMES[last] ?? last,
      mod: words.includes('mod'),
      shift: words.includes('shift'),
      alt: words.includes('alt'),
    };
  });
}

/** Whether a key press is this stroke. Shift matters for letters and named keys, not for signs that need it anyway. */
export function matches(stroke: Stroke, event: KeyLike, apple: boolean): boolean {
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  if (event.key.toLowerCase() !== stroke.key || mod !== stroke.mod || other || event.altKey !== stroke.alt)
    return false;
  const isSign = stroke.key.length === 1 && !/[a-z0-9 ]/.test(stroke.key);
  return isSign || event.shiftKey === stroke.shift;
}

const SIGNS: Record<string, [apple: string, other: string]> = {
  mod: ['⌘', 'Ctrl'],
  shift: ['⇧', 'Shift'],
  alt: ['⌥', 'Alt'],
  enter: ['↵', 'Enter'],
  escape: ['Esc', 'Esc'],
  ' ': ['Space', 'Space'],
  arrowup: ['↑', '↑'],
  arrowdown: ['↓', '↓'],
  arrowleft: ['←', '←'],
  arrowright: ['→', '→'],
};

/** The keys to show for a combination: `mod+k` → [['⌘', 'K']] or [['Ctrl', 'K']]; one list per stroke. */
export function comboLabels(combo: string, apple: boolean): string[][] {
  const sign = (word: string) => SIGNS[word]?.[apple ? 0 : 1] ?? (word.length === 1 ? word.toUpperCase() : word);
  return parseCombo(combo).map((stroke) => [
    ...(stroke.mod ? [sign('mod')] : []),
    ...(stroke.alt ? [sign('alt')] : []),
    ...(stroke.shift ? [sign('shift')] : []),
    sign(stroke.key),
  ]);
}

/** Whether this is an Apple keyboard, whose command key does what Ctrl does elsewhere. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
