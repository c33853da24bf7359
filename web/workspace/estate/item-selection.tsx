import { Button, CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EstateItemRow } from '#shared/estate.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { ChangeMany, type Changing } from './change-many.tsx';
import '../actions/actions.css';

/** As many as one sheet of labels, or one change, takes. */
const MOST = 200;
const TITLES: Readonly<Record<Changing, string>> = { state: 'Set state', siteId: 'Set site', contactId: 'Set owner' };

type Props = { items: readonly EstateItemRow[]; mayChange: boolean; onClear(): void };

/** What can be done to the items that are selected. */
export function ItemSelection({ items, mayChange, onClear }: Props) {
  const [changing, setChanging] = useState<Changing | null>(null);
  if (items.length === 0) return null;
  const clients = [...new Set(items.map(({ client }) => client.id))];
  const tooMany = items.length > MOST;
  const close = () => setChanging(null);
  return (
    <section className="f-selection" aria-label="Selected items">
      <strong role="status">
        {items.length} selected{clients.length > 1 && ` · ${clients.length} clients`}
      </strong>
      {tooMany ? (
        <span className="f-dim">Select {MOST} at most.</span>
      ) : (
        <>
          <Button
            component={Link}
            to="/estate/labels"
            search={{ ids: items.map(({ id }) => id).join(',') } as never}
            variant="default"
            size="compact-sm"
            c="var(--button-color)"
          >
            Labels
          </Button>
          {mayChange &&
            (['state', 'siteId', 'contactId'] as const)
              // Sites and people are one client's.
              .filter((what) => what === 'state' || clients.length === 1)
              .map((what) => (
                <Button key={what} variant="default" size="compact-sm" onClick={() => setChanging(what)}>
                  {TITLES[what]}
                </Button>
              ))}
        </>
      )}
      <CloseButton aria-label="Clear the selection" onClick={onClear} />
      <Dialog title={changing ? TITLES[changing] : ''} opened={changing !== null} onClose={close}>
        {changing && <ChangeMany what={changing} items={items} onClose={close} />}
      </Dialog>
    </section>
  );
}
