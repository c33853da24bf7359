import { meNow } from '#web/api/here.ts';

/** Drafts belong to a person: another one at the same browser never finds them. */
const nameOf = (key: string): string => `fettle.form.${meNow()?.id ?? 'nobody'}.${key}`;

/**
 * The drafts as one tab keeps them. Another tab may have the same form open: what it has typed stays when this one sends or clears
 * its own words.
 */
export function draftsOfTab() {
  /** Each draft as this tab last read or wrote it. */
  const ours = new Map<string, string | null>();
  return {
    /** What was typed and not saved, field by field; null where nothing is kept. */
    readDraft<V extends object>(key: string | undefined): Partial<V> | null {
      if (key === undefined) return null;
      try {
        const text = localStorage.getItem(nameOf(key));
        ours.set(nameOf(key), text);
        const kept: unknown = JSON.parse(text ?? 'null');
        return typeof kept === 'object' && kept !== null ? (kept as Partial<V>) : null;
      } catch {
        // Storage may be switched off or hold something foreign; the form then begins as stored on the server.
        return null;
      }
    },

    /** Keeps what was typed, or forgets it when nothing differs any more. */
    keepDraft(key: string | undefined, changed: object): void {
      if (key === undefined) return;
      const name = nameOf(key);
      const text = Object.keys(changed).length > 0 ? JSON.stringify(changed) : null;
      try {
        if (text !== null) localStorage.setItem(name, text);
        else if (localStorage.getItem(name) === ours.get(name)) localStorage.removeItem(name);
        ours.set(name, text);
      } catch {
        // As above: the draft then lives as long as the page.
      }
    },
  };
}

export const { readDraft, keepDraft } = draftsOfTab();
