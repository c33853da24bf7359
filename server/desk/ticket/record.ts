import type { Selectable, Updateable } from 'kysely';
import type { Tables } from '#platform/database/index.ts';

/** A ticket's row as it is stored. */
export type TicketRecord = Selectable<Tables['tickets']>;

/** Columns that commands may set; identity and counters of versions are the change primitive's own. */
export type TicketPatch = Omit<
  Updateable<Tables['tickets']>,
  'client_id' | 'id' | 'number' | 'key' | 'version' | 'updated_at' | 'created_at'
>;
