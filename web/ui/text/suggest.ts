import type { MentionOptions } from '@tiptap/extension-mention';
import { PluginKey } from '@tiptap/pm/state';
import { fits } from '../picker/picker.tsx';
import { createStore, type Store } from '../store.ts';

/** Something that is offered while typing: a person after `@`, a snippet after `;`. */
export type Offer = { id: string; label: string; note?: string };

/** What is offered right now, in a list that the editor keeps beside the caret. */
export type Offered = {
  /** Names the list. */
  label: string;
  host: HTMLElement;
  /** What is picked is a text, which can be read before. */
  isText: boolean;
  offers: readonly Offer[];
  at: number;
  pick(offer: Offer): void;
};

type Config = {
  /** What opens the list, at the start of a word. */
  char: string;
  label: string;
  /** What there is to offer; asked for at each letter, so that late answers count. */
  all(): readonly Offer[];
  /** Takes the typed text away and puts in what was picked; without it a mention is put in. */
  put?: NonNullable<Suggestion['command']>;
};
type Suggestion = MentionOptions['suggestions'][number];

const MOST = 8;

export const createOffered = (): Store<Offered | null> => createStore<Offered | null>(null);

/** What fits the typed letters, what begins with them first: a shortcut that is known by heart is at hand for Enter. */
export function offersFor(all: readonly Offer[], query: string): Offer[] {
  const rank = ({ label, note = '' }: Offer) =>
    [note === query, note.startsWith(query), label.toLowerCase().startsWith(query.toLowerCase()), true].indexOf(true);
  return all
    .filter(({ label, note = '' }) => fits(`${note} ${label}`, query))
    .sort((a, b) => (query === '' ? 0 : rank(a) - rank(b)))
    .slice(0, MOST);
}

/** Keeps the list over the field that is written in, where it covers nothing that is read beside it. */
const WITHIN_THE_FIELD: NonNullable<NonNullable<Suggestion['floatingUi']>['middleware']>[number] = {
  name: 'within the field',
  fn({ x, rects, elements: { reference } }) {
    const field = 'contextElement' in reference && reference.contextElement?.getBoundingClientRect();
    return field ? { x: Math.max(field.left, Math.min(x, field.right - rects.floating.width)) } : {};
  },
};

/** Offers things after a character. The list is drawn by whoever follows the store; the editor keeps the focus. */
export function suggestion(store: Store<Offered | null>, { char, label, all, put }: Config): Suggestion {
  let unmount: (() => void) | undefined;
  return {
    char,
    pluginKey: new PluginKey(`suggestion ${char}`),
    // Names have spaces; shortcuts of snippets have none.
    allowSpaces: char === '@',
    floatingUi: { strategy: 'fixed', middleware: [WITHIN_THE_FIELD] },
    placement: 'top-start',
    ...(put ? { command: put } : {}),
    items: ({ query }) => offersFor(all(), query.trim()),
    render: () => ({
      onStart(props) {
        const host = document.createElement('div');
        host.className = 'f-offers';
        unmount = props.mount(host);
        store.set({
          label,
          host,
          isText: put !== undefined,
          offers: props.items,
          at: 0,
          pick: ({ id, label: name }) => props.command({ id, label: name }),
        });
      },
      onUpdate: (props) =>
        store.set(
          (now) =>
            now && {
              ...now,
              offers: props.items,
              at: 0,
              pick: ({ id, label: name }) => props.command({ id, label: name }),
            },
        ),
      onKeyDown: ({ event }) => press(store, event),
      onExit() {
        store.set(null);
        unmount?.();
      },
    }),
  };
}

/** Arrows move, Enter and Tab pick; answers whether the key was used up. */
export function press(store: Store<Offered | null>, event: Pick<KeyboardEvent, 'key'>): boolean {
  const now = store.get();
  if (!now || now.offers.length === 0) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    store.set({ ...now, at: (now.at + step + now.offers.length) % now.offers.length });
    return true;
  }
  const offer = now.offers[now.at];
  if ((event.key !== 'Enter' && event.key !== 'Tab') || !offer) return false;
  now.pick(offer);
  return true;
}
