import { Fault, type FieldError } from '#kernel/errors.ts';

const MESSAGE = 'must be text that can be kept: no NUL, no half of a character';

/**
 * Refuses texts that no database keeps as they are, by the name of their field: NUL, and a surrogate without its other half. Here,
 * because further in some would be dropped, some replaced and some fail.
 */
export function refuseUnreadable(parts: { body: unknown; query: unknown; params: unknown }): void {
  const waiting: { at: string; value: unknown }[] = Object.values(parts).map((value) => ({ at: '', value }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, value } = next;
    if (typeof value === 'string') {
      if (unreadable(value)) throw refusal(at);
    } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
      for (const [name, inner] of Object.entries(value)) {
        if (unreadable(name)) throw refusal(at || 'body');
        waiting.push({ at: at ? `${at}.${name}` : name, value: inner });
      }
  }
}

const unreadable = (text: string) => text.includes('\0') || !text.isWellFormed();

function refusal(path: string): Fault {
  const errors: FieldError[] = [{ path, message: MESSAGE }];
  return new Fault('malformed', `${path}: ${MESSAGE}`, { errors });
}
