/** What a name holds, as a pattern: dots and strokes are no signature. */
export const LETTERS = String.raw`\p{L}.*\p{L}`;
