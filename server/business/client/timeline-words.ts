import { settingByKey } from '#platform/settings/index.ts';
import { PROJECT_STATE_WORDS, type ProjectState } from '#shared/project-words.ts';
import type { TimelineRow } from './timeline.ts';

const LABELS: Readonly<Record<string, string>> = {
  time_zone: 'time zone',
  group_id: 'group',
  site_id: 'site',
  sees: 'what they see',
  escalation_level: 'escalation level',
  email: 'e-mail',
};

/** The fields that differ, as people call them: "name, time zone". */
function fields({ data }: TimelineRow): string {
  const changed = Object.keys((data['changes'] as object | undefined) ?? {});
  return changed.map((field) => LABELS[field] ?? field.replaceAll('_', ' ')).join(', ');
}

const person = ({ contact_name, data }: TimelineRow) => contact_name ?? String(data['name'] ?? 'somebody');
const place = ({ site_name, data }: TimelineRow) => site_name ?? String(data['name'] ?? 'a site');
const ticket = ({ ticket_key, ticket_title }: TimelineRow) =>
  ticket_key ? `${ticket_key} ${ticket_title}` : 'a ticket';
const project = ({ project_name, data }: TimelineRow) => project_name ?? String(data['name'] ?? '');
const of = (words: string) => (words ? `: ${words}` : '');

const WORDS: Readonly<Record<string, (row: TimelineRow) => string>> = {
  'client.created': () => 'took the client on',
  'client.changed': (row) => `changed the client${of(fields(row))}`,
  'client.service_changed': () => 'changed what the client has of a service by itself',
  'outage.recorded': () => 'recorded an outage',
  'outage.changed': () => 'changed an outage',
  'outage.withdrawn': () => 'withdrew an outage',
  'client.services_changed': () => 'chose the services of the client',
  'client.portal_address_changed': ({ data }) => {
    const [, host] = (data['changes'] as { portalHost?: [unknown, unknown] } | undefined)?.portalHost ?? [];
    return host ? `gave the client’s portal the address ${host}` : 'took the own address of the client’s portal away';
  },
  'client.sign_in_provider_added': ({ data }) => `added the identity provider ${String(data['name'])}`,
  'client.sign_in_provider_changed': ({ data }) =>
    data['name'] ? `changed the identity provider ${String(data['name'])}` : 'changed an identity provider',
  'client.sign_in_provider_removed': ({ data }) => `removed the identity provider ${String(data['name'])}`,
  'site.created': (row) => `added the site ${place(row)}`,
  'site.changed': (row) => `changed the site ${place(row)}${of(fields(row))}`,
  'contact.created': (row) => `added ${person(row)}`,
  'contact.changed': (row) => `changed ${person(row)}${of(fields(row))}`,
  'contact.mail_resumed': (row) => `let mail be sent to ${person(row)} again`,
  'enrolment_key.created': ({ data }) => `made the key ${String(data['name'])} for inventory agents`,
  'enrolment_key.revoked': ({ data }) => `revoked the key ${String(data['name'])} of inventory agents`,
  'setting.changed': (row) => `changed a setting for the client: ${settingTitle(row)}`,
  'ticket.created': (row) => `logged ${ticket(row)}`,
  'ticket.escalated': (row) => `escalated ${ticket(row)}`,
  'project.created': (row) => `drafted the project ${project(row)}`,
  'project.changed': (row) => {
    const [, state] = (row.data['changes'] as { state?: [string, ProjectState] } | undefined)?.state ?? [];
    return state
      ? `made the project ${project(row)} ${PROJECT_STATE_WORDS[state].toLowerCase()}`
      : `changed the project ${project(row)}${of(fields(row))}`;
  },
  'recurring_ticket.created': (row) => `let a ticket come again: ${String(row.data['name'] ?? '')}`,
  'recurring_ticket.deleted': (row) => `ended a recurring ticket: ${String(row.data['name'] ?? '')}`,
};

/** The setting's title as its page has it; its key where no module declares it any more. */
function settingTitle({ data }: TimelineRow): string {
  const key = String(data['key'] ?? '');
  return settingByKey(key)?.title ?? key;
}

/** The kinds of events that a client's timeline tells. */
export const TOLD = Object.keys(WORDS);

/** What somebody did, to stand after their name. */
export const wordsOf = (row: TimelineRow): string => WORDS[row.type]?.(row) ?? row.type;
