import type { TicketKind } from '#shared/vocabulary.ts';
import { createStore } from '#web/ui/store.ts';

export type Preset = { clientId?: string; requesterId?: string; title?: string; kind?: TicketKind; parentId?: string };

/** The panel that logs a ticket: closed, or open with what is known already. */
export const createOpen = createStore<Preset | null>(null);

/** Opens the panel. */
export const openCreate = (preset: Preset = {}) => createOpen.set(preset);
