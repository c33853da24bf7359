import { cell } from '#shared/csv-words.ts';
import type { PortalTicketQuery, PortalTicketRow } from '#shared/portal.ts';
import { call } from '#web/api/client.ts';

const COLUMNS: readonly (keyof PortalTicketRow)[] = ['key', 'title', 'kind', 'status', 'createdAt', 'updatedAt'];

/** Tickets as comma-separated values, a line each. */
export const csvOf = (rows: readonly PortalTicketRow[]): string =>
  [
    [...COLUMNS, 'requester', 'waitsForYou'].join(','),
    ...rows.map((row) =>
      [...COLUMNS.map((column) => String(row[column])), row.requester?.name ?? '', String(row.waitsForYou)]
        .map(cell)
        .join(','),
    ),
  ].join('\r\n');

/** Reads every ticket that a list shows, page by page, and saves them as a file. */
export async function downloadTickets(query: PortalTicketQuery): Promise<void> {
  const rows: PortalTicketRow[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: PortalTicketRow[]; nextCursor: string | null } = await call('GET /portal/tickets', {
      query: { ...query, limit: 200, ...(cursor ? { cursor } : {}) },
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  // A spreadsheet reads the letters right when the file says how they are written.
  const url = URL.createObjectURL(new Blob(['\ufeff', csvOf(rows)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'tickets.csv';
  link.click();
  URL.revokeObjectURL(url);
}
