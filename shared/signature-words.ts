/** A letter that is seen: fillers of Hangul are not. */
const LETTER = String.raw`(?![\u115f\u1160\u3164\uffa0])\p{L}`;
/** What a name holds, as a pattern: dots and strokes are no signature. */
export const LETTERS = `${LETTER}.*${LETTER}`;
