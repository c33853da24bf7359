import type { Counted } from '#shared/http.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';

/** A count that stops somewhere, as it is shown: `12`, or `999+`. */
export const countWords = ({ count, capped }: Counted): string => (capped ? `${COUNT_CAP - 1}+` : String(count));
