/** A text as one line without anything that ends a header, controls a terminal, or turns the direction of what follows. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();
