const LEAST = 8;

/** What is said of a reason that is none; completes the field's name or stands by itself. */
export const REASON_WORDS = `Say why in a few words: at least ${LEAST} characters, with a letter among them.`;

/** Whether a text says why, for whoever reads it later: a few words, and no mark that only gets past the field. */
export const isReason = (text: string): boolean => text.trim().length >= LEAST && /\p{L}/u.test(text);
