import { useEffect } from 'react';
import type { Spoken } from '#shared/languages.ts';
import { speak } from './speak.ts';

/** Links whose readers were greeted; who chooses another language afterwards keeps it. */
const greeted = new Set<string>();

/** Speaks the language of whoever a link in a mail was sent to, once it is known to be good; nothing of it is kept in this browser. */
export function useReaderOf(token: string, language: Spoken | undefined): void {
  useEffect(() => {
    if (language === undefined || greeted.has(token)) return;
    greeted.add(token);
    // Without its words the page goes on as it stands.
    void speak(language).catch(() => {});
  }, [token, language]);
}
