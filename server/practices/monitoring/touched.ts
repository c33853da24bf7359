/** Whether somebody has had a ticket in hand, as a condition; names of columns, and of events that do not count. */
export const touchedBySomebody = (clientId: string, ticketId: string, besides: readonly string[] = []): string =>
  `exists (select from events e where e.client_id = ${clientId} and e.subject_id = ${ticketId} and e.actor_kind <> 'system'${
    besides.length === 0 ? '' : ` and e.type not in (${besides.map((type) => `'${type}'`).join(', ')})`
  })`;
