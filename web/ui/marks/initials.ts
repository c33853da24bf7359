export { initials } from '#kernel/initials.ts';

/** A steady hue (degrees) for a name, so that the same person has the same colour everywhere. */
export function hueOf(name: string): number {
  let hash = 7;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return (hash % 24) * 15;
}
