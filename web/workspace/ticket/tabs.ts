import type { TicketView } from '#shared/ticket.ts';
import { useNarrow } from '#web/ui/frame/use-narrow.ts';
import { createStore, useStore } from '#web/ui/store.ts';

/** Below this width the conversation is one of the tabs instead of standing beside them. */
const TWO_COLUMNS = 1000;

/** The tab that was open last stays open on the next ticket. */
const tabStore = createStore('details');
/** Where there is room for one column only: whether it shows the conversation. */
const talkStore = createStore(true);

/** What stands beside the conversation, or in its place where the screen is narrow. */
export function useTabs(): { narrow: boolean; tab: string; open(tab: string): void } {
  const narrow = useNarrow(TWO_COLUMNS);
  const side = useStore(tabStore);
  const talk = useStore(talkStore);
  return { narrow, tab: narrow && talk ? 'conversation' : side, open: openTab };
}

/** Opens a tab. */
export function openTab(tab: string): void {
  talkStore.set(tab === 'conversation');
  if (tab !== 'conversation') tabStore.set(tab);
}

/** What there is to know of these stands on a tab of their own. */
const OWN: Partial<Record<TicketView['kind'], string>> = { problem: 'problem', change: 'change' };

/** Each ticket begins with what was said; problems and changes with what is written of them, beside it or in its place. */
export function beginAt(kind: TicketView['kind']): void {
  const own = OWN[kind];
  talkStore.set(own === undefined);
  const isElse = ['details', ...Object.values(OWN)].includes(tabStore.get());
  if (own !== undefined && isElse) tabStore.set(own);
}
