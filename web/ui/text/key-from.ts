import { fold } from '#kernel/fold.ts';

const MOST = 40;

/** A key for a name, in letters that every machine has: `Größe des Geräts` gives `grosse_des_gerats`. Empty where there are none. */
export function keyFrom(name: string, joint: '_' | '-' = '_'): string {
  return fold(name)
    .replaceAll(/[^a-z0-9]+/g, joint)
    .replaceAll(/^[-_0-9]+|[-_]+$/g, '')
    .slice(0, MOST);
}
