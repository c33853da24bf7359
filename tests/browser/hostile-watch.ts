import type { Page } from 'playwright-core';
import type { Shown, Stage } from './hostile-stage.ts';
import type { Workspace } from './workspace.ts';

/** What pages with hostile words did that they must not do; all of it stays empty. */
export type Seen = {
  dialogs: string[];
  /** Code that ran, by the number of its trick. */
  ran: string[];
  /** What the policy of the page had to stop. */
  stopped: string[];
  /** Addresses outside that were asked. */
  asked: string[];
  /** Pages that opened by themselves, and places to which a page was led. */
  led: string[];
  /** What of a page's own making would run, load or lead somewhere. */
  dangers: string[];
};

export const NOTHING: Seen = { dialogs: [], ran: [], stopped: [], asked: [], led: [], dangers: [] };

export type Watched = { page: Page; seen: Seen; faults: string[] };
export type Watchers = ReturnType<typeof watchers>;

/** Staff, a contact and a stranger, each before a page that is watched from its first moment on. */
export function watchers({ enter, visit, origin }: Workspace, { ada }: Stage) {
  /** Watching begins with a page that is opened anew. */
  const watched = async (page: Page, at: string): Promise<Seen> => {
    const seen = await watchFor(page, origin);
    await page.goto(origin + at);
    await page.locator('h1').first().waitFor();
    return seen;
  };
  return {
    async staff(more: { unguarded?: boolean } = {}): Promise<Watched & { id: string }> {
      const { page, faults, id } = await enter({ name: 'Olive Owner', at: '/account', alone: true, ...more });
      return { page, faults, id, seen: await watched(page, '/account') };
    },
    async contact(): Promise<Watched> {
      const { page, faults } = await visit({ alone: true });
      await page.context().addCookies([...ada.jar].map(([name, value]) => ({ name, value, url: origin })));
      return { page, faults, seen: await watched(page, '/portal') };
    },
    async stranger(): Promise<Watched> {
      const { page, faults } = await visit({ alone: true });
      return { page, faults, seen: await watched(page, '/portal/sign-in') };
    },
  };
}

const PATIENCE_MS = 60_000;
/** A page whose code or list is not there yet. */
const BUSY = '#content:empty, #content > [role=status], [aria-busy=true], .f-skeleton, .f-skeleton-rows';

/** Watches everything that happens in a page and its frames from now on. */
async function watchFor(page: Page, origin: string): Promise<Seen> {
  const seen: Seen = { dialogs: [], ran: [], stopped: [], asked: [], led: [], dangers: [] };
  const context = page.context();
  const own = (url: string) => url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss().catch(() => {});
  });
  context.on('page', (other) => seen.led.push(`a window: ${other.url()}`));
  context.on('request', (request) => {
    if (!own(request.url())) seen.asked.push(request.url());
  });
  page.on('framenavigated', (frame) => {
    const mail = frame.parentFrame() === page.mainFrame() && frame.url() === 'about:srcdoc';
    if (!mail && (frame !== page.mainFrame() || !own(frame.url()))) seen.led.push(frame.url());
  });
  await context.exposeFunction('tellRan', (what: unknown) => void seen.ran.push(String(what)));
  await context.exposeFunction('tellStopped', (what: string) => void seen.stopped.push(what));
  await page.addInitScript(() => {
    const tell = window as unknown as Record<'tellRan' | 'tellStopped', (what: unknown) => void>;
    Object.assign(window, { pwn: (n: unknown) => tell.tellRan(n) });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      tell.tellStopped(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return seen;
}

/** Opens each address within the app, as a link would, and looks at what stands there. */
export async function walkPast(page: Page, seen: Seen, shown: readonly Shown[]): Promise<void> {
  for (const [address, mark] of shown) {
    await page.evaluate((to) => history.pushState({}, '', to), address);
    await lookAt(page, seen, address, mark);
    const earlier = page.getByRole('button', { name: /^Show earlier/ });
    while (await earlier.isVisible()) {
      await earlier.click();
      await page.waitForFunction(framesStand, undefined, { timeout: PATIENCE_MS });
      await lookRound(page, seen, address);
    }
  }
}

/** Whether every mail stands in its frame; it is empty for a moment. */
const framesStand = () =>
  [...document.querySelectorAll('iframe')].every(
    ({ contentDocument: inside }) => inside?.URL === 'about:srcdoc' && inside.readyState === 'complete',
  );

/** Waits until a page stands, and notes what is dangerous on it. */
export async function lookAt(page: Page, seen: Seen, address: string, mark: string): Promise<void> {
  try {
    await page.waitForFunction(
      ([path, text, busy]) =>
        location.pathname + location.search === path &&
        !document.querySelector(busy as string) &&
        ([document, ...[...document.querySelectorAll('iframe')].map((mail) => mail.contentDocument)].some((shown) =>
          (shown?.body?.textContent ?? '').includes(text as string),
        ) ||
          [...document.querySelectorAll('input')].some(({ value }) => value.includes(text as string))),
      [address, mark, BUSY] as const,
      { timeout: PATIENCE_MS },
    );
    await page.waitForFunction(framesStand, undefined, { timeout: PATIENCE_MS });
  } catch {
    throw new Error(`${address} does not show "${mark}"`);
  }
  await lookRound(page, seen, address);
}

/** Notes what is dangerous on a page as it stands. */
export async function lookRound(page: Page, seen: Seen, address: string): Promise<void> {
  for (const danger of await dangersOf(page)) seen.dangers.push(`${address}: ${danger}`);
}

/** Elements and attributes that are none of the app's own. */
function dangersOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    // Elements of a frame are made by other classes than the page's.
    const isLink = (node: Element): node is HTMLAnchorElement => node.localName === 'a' && node.hasAttribute('href');
    const outside = (url: string) => {
      const { protocol, origin } = new URL(url, document.baseURI);
      return protocol !== 'data:' && protocol !== 'blob:' && origin !== location.origin;
    };
    // What came by mail has a document of its own, in a frame where nothing runs; its head is ours.
    const mails = [...document.querySelectorAll('iframe')].filter(
      (frame) =>
        frame.getAttribute('sandbox') === 'allow-same-origin allow-popups allow-popups-to-escape-sandbox' &&
        frame.contentDocument?.querySelectorAll('meta[http-equiv="Content-Security-Policy"], style').length === 2,
    );
    const inside = mails.flatMap(({ contentDocument }) => [...(contentDocument?.body.querySelectorAll('*') ?? [])]);
    for (const node of [...document.querySelectorAll('*'), ...inside]) {
      if (mails.some((mail) => mail === node)) continue;
      const where = node.outerHTML.slice(0, 120);
      if (/^(iframe|frame|object|embed|applet|base|portal|fencedframe)$/i.test(node.localName)) found.push(where);
      if (node.localName === 'script' && !/^\/(assets\/|theme\.js$)/.test(node.getAttribute('src') ?? ''))
        found.push(where);
      if (node.localName === 'meta' && node.hasAttribute('http-equiv')) found.push(where);
      for (const { name, value } of node.attributes) {
        if (/^on/i.test(name) || name === 'srcdoc' || name === 'ping') found.push(`${name}: ${where}`);
        if (/^(src|poster|background|data|formaction|action)$/.test(name) && outside(value)) found.push(where);
        if (name === 'srcset') found.push(where);
      }
      if (isLink(node)) {
        if (!/^(https?|mailto|tel):$/.test(node.protocol)) found.push(`leads to ${node.protocol}: ${where}`);
        if (/^https?:$/.test(node.protocol) && outside(node.href) && !/noopener|noreferrer/.test(node.rel))
          found.push(`tells: ${where}`);
      }
      if (node.localName === 'link' && outside(node.getAttribute('href') ?? '')) found.push(where);
    }
    // What others wrote holds text and nothing that looks like a part of the app.
    for (const node of [...document.querySelectorAll('.f-text *'), ...inside]) {
      // The true place of a link is told by us, in words alone.
      if (node.matches('bdi.f-true-place') && node.attributes.length === 1 && node.childElementCount === 0) continue;
      const where = node.outerHTML.slice(0, 120);
      if (
        /^(form|input|button|select|textarea|style|link|meta|svg|math|template|video|audio|slot|dialog)$/i.test(
          node.localName,
        )
      )
        found.push(where);
      for (const { name } of node.attributes)
        if (/^(style|id|name|class|is|part|slot|contenteditable|popover|autofocus|accesskey|tabindex)$/i.test(name))
          found.push(`${name}: ${where}`);
    }
    return found;
  });
}
