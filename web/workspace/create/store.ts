import type { TicketKind } from '#shared/vocabulary.ts';
import { holdKeys } from '#web/ui/keys/hold.ts';
import { createStore } from '#web/ui/store.ts';

export type Preset = { clientId?: string; requesterId?: string; title?: string; kind?: TicketKind; parentId?: string };

/** The panel that logs a ticket: closed, or open with what is known already. */
export const createOpen = createStore<Preset | null>(null);

/** Opens the panel, also where it was not by its key: what is typed until it is there is meant for it. */
export function openCreate(preset: Preset = {}): void {
  holdKeys('dialogue');
  createOpen.set(preset);
}
