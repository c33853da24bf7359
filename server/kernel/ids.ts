import { uuidv7 } from 'uuidv7';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new row id: UUID version 7 (RFC 9562), so ids sort by the time they were made. */
export function newId(): string {
  return uuidv7();
}

/** Whether a text is a canonical lower-case UUID, safe to place in SQL that takes no parameters. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
