import type { FieldError } from './errors.ts';

/** What canned replies and macros may name, with the words that the picker shows. */
export const TEMPLATE_VARIABLES = {
  'requester.firstName': 'First name of the person who asked',
  'requester.name': 'Full name of the person who asked',
  'requester.email': 'E-mail address of the person who asked',
  'client.name': 'Name of the client',
  'ticket.key': 'Key of the ticket, such as ACME-142',
  'ticket.title': 'Title of the ticket',
  'ticket.status': 'Status in the words of the client',
  'ticket.priority': 'Priority, such as P2 High',
  'assignee.firstName': 'First name of the assigned person',
  'assignee.name': 'Full name of the assigned person',
  'team.name': 'Name of the team',
  'me.firstName': 'Your first name',
  'me.name': 'Your full name',
} as const satisfies Record<string, string>;

export type TemplateValues = { readonly [variable in keyof typeof TEMPLATE_VARIABLES]: string | null };
export type RenderedTemplate =
  | {
      readonly ok: true;
      readonly text: string;
      /** Variables that had no value and no fallback: the writer should look before sending. */
      readonly empty: readonly string[];
    }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** `{{ name }}` or `{{ name | words for when there is none }}`. */
const MARK = /\{\{([^{}]*)\}\}/g;

/**
 * Checks a template before it is saved: every variable exists and every mark is closed. Paths are `path`.
 * @param known the variables that may be named
 */
export function checkTemplate(
  template: string,
  path: string,
  known: readonly string[] = Object.keys(TEMPLATE_VARIABLES),
): FieldError[] {
  const refuse = (message: string): FieldError => ({ path, message });
  const unknown = marks(template).filter(({ name }) => !known.includes(name));
  const rest = template.replaceAll(MARK, '');
  return [
    ...unknown.map(({ name }) => refuse(`there is no {{${name}}}; there are ${known.join(', ')}`)),
    ...(rest.includes('{{') ? [refuse('has a {{ that is not closed by }}')] : []),
  ];
}

/**
 * Fills a template in one pass, so that what a person's name or title contains is never read as a template. For HTML
 * every value is escaped, braces included: even a second rendering would find nothing in it.
 */
export function renderTemplate(
  template: string,
  values: Readonly<Record<string, string | null>>,
  as: 'html' | 'text' = 'html',
): RenderedTemplate {
  const errors = checkTemplate(template, 'body', Object.keys(values));
  if (errors.length > 0) return { ok: false, errors };
  const empty = new Set<string>();
  const text = template.replaceAll(MARK, (_, inside: string) => {
    const { name, fallback } = readMark(inside);
    const value = values[name] || fallback;
    if (!value) empty.add(name);
    return as === 'html' ? escapeHtml(value ?? '') : (value ?? '');
  });
  return { ok: true, text, empty: [...empty] };
}

/** The part of a full name to greet with; the whole name where it has one part. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? '';
}

/** How often a template names a variable. */
export const timesNamed = (template: string, variable: string): number =>
  marks(template).filter(({ name }) => name === variable).length;

function marks(template: string): { name: string }[] {
  return [...template.matchAll(MARK)].map(([, inside = '']) => readMark(inside));
}

function readMark(inside: string): { name: string; fallback: string | null } {
  const [name = '', ...fallback] = inside.split('|');
  return { name: name.trim(), fallback: fallback.length > 0 ? fallback.join('|').trim() : null };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'{}`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
