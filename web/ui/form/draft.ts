import { meNow } from '#web/api/here.ts';

/** Drafts belong to a person: another one at the same browser never finds them. */
const nameOf = (key: string): string => `fettle.form.${meNow()?.id ?? 'nobody'}.${key}`;

/** What was typed and not saved, field by field; null where nothing is kept. */
export function readDraft<V extends object>(key: string | undefined): Partial<V> | null {
  if (key === undefined) return null;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null');
    return typeof kept === 'object' && kept !== null ? (kept as Partial<V>) : null;
  } catch {
    // Storage may be switched off or hold something foreign; the form then begins as stored on the server.
    return null;
  }
}

/** Keeps what was typed, or forgets it when nothing differs any more. */
export function keepDraft(key: string | undefined, changed: object): void {
  if (key === undefined) return;
  try {
    if (Object.keys(changed).length > 0) localStorage.setItem(nameOf(key), JSON.stringify(changed));
    else localStorage.removeItem(nameOf(key));
  } catch {
    // As above: the draft then lives as long as the page.
  }
}
