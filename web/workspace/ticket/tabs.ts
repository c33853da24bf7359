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

/** Each ticket begins with what was said. */
export const showTalk = () => talkStore.set(true);
