import { sentence } from './problem.ts';

/** Fields that people know by another name than the server does. */
const CALLED: Readonly<Record<string, string>> = {
  parentId: 'The parent',
  into: 'The other ticket',
  to: 'The other ticket',
  teamId: 'The team',
  assigneeId: 'The person',
  requesterId: 'The person who asks',
  categoryId: 'The category',
  serviceId: 'The service',
  siteId: 'The site',
  clientId: 'The client',
  duplicateOfId: 'The other ticket',
  addTags: 'This',
  resolutionCode: 'How it was solved',
  resolutionNote: 'What was done',
  holdReason: 'What it waits for',
  holdUntil: 'The date',
};
/** Paths whose message is a sentence of its own: it names what it is about. */
const SAY_IT_ALL: ReadonlySet<string> = new Set(['from', 'auto', 'direction', 'idOrKey']);
/** Messages that go on from the name of the field: "is not a ticket of this client". */
const GOES_ON =
  /^(is|are|was|has|have|must|may|might|can|cannot|would|will|does|do|belongs?|needs?|names?|ends?|begins?|starts?|takes?|finds?|stands?)\b/;

/** A sentence of its own: it names what it is about. */
const WHOLE = /^\p{Lu}.*[.!?]$/su;

/** `rule.until is before the start` → `Until is before the start.`: what is wrong with something that has no field here. */
export function sayError({ path, message }: FieldFault): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const called = CALLED[name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  if (WHOLE.test(message)) return message;
  if (GOES_ON.test(message)) return sentence(`${called} ${message}`);
  // "ACME-9 is merged already" says by itself what it is about.
  return sentence(SAY_IT_ALL.has(name) || /^[A-Z0-9]+-\d+ /.test(message) ? message : `${called}: ${message}`);
}

/** Why the server refused, in plain sentences, whether it was about fields or about the whole. */
export const sayRefusal = ({ message, errors }: { message: string; errors: readonly FieldFault[] }): string =>
  errors.length > 0 ? errors.map(sayError).join(' ') : sentence(message);

type FieldFault = { path: string; message: string };
