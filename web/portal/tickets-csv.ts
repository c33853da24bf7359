import { csvOf } from '#shared/csv-words.ts';
import type { PortalTicketQuery, PortalTicketRow } from '#shared/portal.ts';
import { everyOf } from '#web/api/every.ts';
import { saveFile } from '#web/ui/save-file.ts';

const COLUMNS: readonly (keyof PortalTicketRow)[] = ['key', 'title', 'kind', 'status', 'createdAt', 'updatedAt'];

/** Reads every ticket that a list shows, page by page, and saves them as a file. */
export async function downloadTickets(query: PortalTicketQuery): Promise<void> {
  const rows = await everyOf('GET /portal/tickets', query);
  const lines = rows.map((row) => [
    ...COLUMNS.map((column) => String(row[column])),
    row.requester?.name ?? '',
    String(row.waitsForYou || row.waitsForDecision),
  ]);
  saveFile('tickets.csv', 'text/csv', csvOf([[...COLUMNS, 'requester', 'waitsForYou'], ...lines]));
}
