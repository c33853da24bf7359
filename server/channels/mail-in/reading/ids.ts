import { MOST_ID } from './mail.ts';

/** All Message-IDs of a header's values, without their angle brackets, each once. */
export function idsOf(values: readonly string[]): string[] {
  const found = new Set<string>();
  for (const value of values) {
    for (const [, id = ''] of value.matchAll(/<([^<>\s]+)>/g)) if (id.length <= MOST_ID) found.add(id);
    if (!value.includes('<'))
      for (const word of value.split(/[\s,]+/))
        if (/^[^@\s]+@[^@\s]+$/.test(word) && word.length <= MOST_ID) found.add(word);
  }
  return [...found];
}

/** Of a long list the first and the last 50: where a conversation began, and what it has come to. */
export function endsOf(ids: string[]): string[] {
  return ids.length <= 100 ? ids : [...ids.slice(0, 50), ...ids.slice(-50)];
}

/** The mail's own id out of its header, or what is wrong with it. */
export function ownId(values: readonly string[]): { id: string | null; fault: string | null } {
  const value = values[0];
  if (value === undefined) return { id: null, fault: 'The mail has no Message-ID.' };
  // Blanks within the brackets come from folding; they are no part of it.
  const inside = /<([^<>]*)>/.exec(value)?.[1] ?? value;
  const id = inside.replace(/\s+/g, '');
  if (id === '') return { id: null, fault: 'The Message-ID is empty.' };
  if (id.length > MOST_ID) return { id: null, fault: `The Message-ID is longer than ${MOST_ID} characters.` };
  return { id, fault: values.length > 1 ? 'The mail has several Message-IDs; the first one counts.' : null };
}
