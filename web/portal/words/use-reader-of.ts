import { useEffect } from 'react';
import type { Spoken } from '#shared/languages.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { speak } from './speak.ts';

/** Links whose readers were greeted; who chooses another language afterwards keeps it. */
const greeted = new Set<string>();

/**
 * Speaks the language of whoever a link in a mail was sent to, once it is known to be good, and tells times by their clock where it is
 * known; nothing of it is kept in this browser.
 */
export function useReaderOf(token: string, reader: { language: Spoken; timeZone?: string } | undefined): void {
  useEffect(() => {
    if (reader === undefined || greeted.has(token)) return;
    greeted.add(token);
    const { language, timeZone } = reader;
    if (timeZone) readerStore.set((now) => ({ ...now, timeZone }));
    // Without its words the page goes on as it stands.
    void speak(language).catch(() => {});
  }, [token, reader]);
}
