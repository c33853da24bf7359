/** What was looked at: `ok`, worth a `look` though nothing is broken, or `bad`. */
export type Finding = { mark: 'ok' | 'look' | 'bad'; text: string };

export const ok = (text: string): Finding => ({ mark: 'ok', text });
export const look = (text: string): Finding => ({ mark: 'look', text });
export const bad = (text: string): Finding => ({ mark: 'bad', text });
