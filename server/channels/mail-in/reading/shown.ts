/** A value of a header as it may stand in a sentence. */
export const shown = (value: string): string => value.replace(/\s+/g, ' ').trim().slice(0, 80);

/** The name of a header as people write it: `x-loop` as `X-Loop`. */
export const titled = (name: string): string =>
  name.toLowerCase().replace(/(^|-)([a-z])/g, (_, dash, letter) => dash + letter.toUpperCase());
