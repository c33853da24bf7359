import type { Browser, BrowserContext } from 'playwright-core';

export type Screen = {
  width?: number;
  dark?: boolean;
  /** In a context that no other test gets: for a clock or script that stays, or code that must not be there yet. */
  alone?: boolean;
  /** Without the policy of the page, to see what it would have to stop; alone as well. */
  unguarded?: boolean;
};

/** What a person leaves behind in a browser; the code of the app is not among it. */
const LEFT_BEHIND = 'local_storage,indexeddb,service_workers,cache_storage,file_systems';

/**
 * Browser contexts, one per person at a time. A used one is emptied of everything but the app's code and given to
 * the next: reading and compiling that code is most of what a first page costs.
 */
export function contextsOf(browser: Browser, origin: string) {
  const free = new Map<string, BrowserContext[]>();
  const named = ({ width = 1440, dark = false }: Screen) => `${width} ${dark}`;
  return {
    take: async (screen: Screen): Promise<BrowserContext> =>
      (screen.alone ? undefined : free.get(named(screen))?.pop()) ?? (await browser.newContext(optionsOf(screen))),

    /** Throws if something was put into every page of a context that others get. */
    async giveBack(screen: Screen, context: BrowserContext): Promise<void> {
      if (screen.alone) return context.close();
      for (const page of context.pages()) {
        if (await page.evaluate(() => '__pwClock' in globalThis).catch(() => false))
          throw new Error('A page whose clock is set needs a context of its own: say `alone: true`.');
        await page.close();
      }
      await context.unrouteAll();
      await context.setOffline(false);
      await context.clearCookies();
      await context.clearPermissions();
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: LEFT_BEHIND });
      await page.close();
      free.set(named(screen), [...(free.get(named(screen)) ?? []), context]);
    },
  };
}

function optionsOf({ width = 1440, dark = false, unguarded = false }: Screen) {
  const phone = width < 500;
  return {
    viewport: { width, height: phone ? 844 : 900 },
    colorScheme: dark ? ('dark' as const) : ('light' as const),
    reducedMotion: 'reduce' as const,
    timezoneId: 'Australia/Sydney',
    locale: 'en-AU',
    hasTouch: phone,
    isMobile: phone,
    bypassCSP: unguarded,
  };
}
