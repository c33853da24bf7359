/** A key under which something is asked for once. Also on a page that came over plain HTTP, where browsers know no `randomUUID`. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
