import { Fault, type FieldError } from '#kernel/errors.ts';

const UNREADABLE = 'must be text that can be kept: no NUL, no half of a character';
const RESERVED = 'is a name that nothing may have here';

/**
 * Refuses, by the name of their field, texts that no database keeps as they are: NUL, and a surrogate without its other half. Here,
 * because further in some would be dropped, some replaced and some fail. And names that say what an object is instead of what it
 * holds.
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
        const path = at ? `${at}.${name}` : name;
        if (reserved(name, inner)) throw refusal(path, RESERVED);
        waiting.push({ at: path, value: inner });
      }
  }
}

const unreadable = (text: string) => text.includes('\0') || !text.isWellFormed();

/** Whether an object that is copied with this name would have another prototype. */
const reserved = (name: string, value: unknown) =>
  name === '__proto__' ||
  (name === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'));

function refusal(path: string, message = UNREADABLE): Fault {
  const errors: FieldError[] = [{ path, message }];
  return new Fault('malformed', `${path}: ${message}`, { errors });
}
