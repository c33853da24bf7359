import type { Provider } from '#server/connectors/core/index.ts';
import { namedId } from './named.ts';
import { notificationIn } from './notification.ts';
import { alertsOfTicket, ticketIn } from './ticket.ts';
import { zoneIn } from './zone.ts';

/** Whether a body is XML: it begins with a bracket, behind whatever marks and blanks. */
const isXml = (body: Buffer): boolean => /^[^{[<]{0,8}</.test(body.toString('latin1', 0, 16).replaceAll('\0', ''));

/**
 * What N-central sends: notifications in XML, and tickets in JSON where it takes Fettle for its PSA. What says by numbers which device
 * and customer it is about is an alert as it stands. What only names them is looked for among the active issues, so that it is the same
 * alert as in their list; that it is over shows when the lists are compared next.
 */
export const receive: NonNullable<Provider['receive']> = (body, _headers, values, at) => {
  const alerts = isXml(body) ? [notificationIn(body, zoneIn(values))] : alertsOfTicket(ticketIn(body), at);
  const [first] = alerts;
  const id = first && first.device?.externalId === undefined ? namedId(first) : null;
  if (id === null) return { alerts, look: [] };
  return { alerts: [], look: first?.state === 'resolved' ? [] : [id] };
};

/** N-central takes a ticket for created once it is told a number and an address. */
export const answer: NonNullable<Provider['answer']> = (body, _headers, url) => {
  if (isXml(body)) return null;
  return JSON.stringify({ externalTicketId: `FETTLE-${ticketIn(body).number}`, ticketUrl: url });
};
