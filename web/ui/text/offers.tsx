import type { Editor } from '@tiptap/react';
import { useEffect, useId } from 'react';
import { createPortal } from 'react-dom';
import { type Store, useStore } from '../store.ts';
import { OfferPreview } from './offer-preview.tsx';
import type { Offered } from './suggest.ts';

type Props = {
  editor: Editor;
  store: Store<Offered | null>;
  /** The HTML of an offer that is a text; must stay the same. */
  preview(id: string): Promise<string | null>;
};

/** The list beside the caret. The editor keeps the focus and says by its own attributes which line is meant. */
export function Offers({ editor, store, preview }: Props) {
  const now = useStore(store);
  const list = useId();
  const shown = now !== null && now.offers.length > 0;
  const at = now?.at ?? 0;
  useEffect(() => {
    // Before the first offer the editor may not be on the page yet, and then has no view.
    if (!shown) return;
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-activedescendant', `${list}-${at}`);
    // Escape is for the list, not for the dialogue around it.
    dom.setAttribute('data-mantine-stop-propagation', 'true');
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const name of ['aria-controls', 'aria-activedescendant', 'data-mantine-stop-propagation'])
        dom.removeAttribute(name);
    };
  }, [editor, list, shown, at]);
  if (!now || !shown) return null;
  const meant = now.offers[at];
  return createPortal(
    <div className="f-offers-box">
      <div id={list} role="listbox" aria-label={now.label} tabIndex={-1}>
        {now.offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the editor holds the focus and answers the keys
          <div
            key={offer.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="f-offer"
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => store.set((same) => same && { ...same, at: index })}
            onClick={() => now.pick(offer)}
          >
            <bdi className="f-cut">{offer.label}</bdi>
            {offer.note && <span className="f-dim f-cut">{offer.note}</span>}
          </div>
        ))}
      </div>
      {now.isText && meant && <OfferPreview id={meant.id} read={preview} />}
    </div>,
    now.host,
  );
}
