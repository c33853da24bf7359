import type pg from 'pg';
import { CANARY } from './canary.ts';
import { tablesOfClients } from './rows.ts';

/**
 * Columns that hold words of ours, digits, keys or hashes and never what a client says, by `table.column`; `*` for any table.
 * An invoice is called as its run, and says who sells and which tax, as a quote does: the provider’s. Those of contact_words repeat the contacts’; a
 * certificate holds its words in base64, and is shown with them.
 */
const OURS = new Set(
  `*.kind *.status *.visibility *.state *.target *.time_zone *.language *.country *.region *.key *.key_hash *.password_hash *.recovery_hashes *.id_hash *.token_hash *.sha256
  *.digest *.currency *.message_id *.author_kind *.actor_kind *.watcher_kind *.principal_kind *.subject_type *.purpose *.stage *.media_type *.field_key
  clients.code clients.importance sessions.way client_identity_providers.certificates contact_words.name_key contact_words.words contacts.language contacts.sees events.type events.request_id events.actor_name messages.source messages.mentions messages.call_direction
  one_time_tokens.data time_parts.how notifications.own_page recurring_tickets.rule settings.key ticket_clocks.history ticket_clocks.pause_reason
  ticket_clocks.source ticket_clocks.thresholds tickets.assignment_why tickets.hold_reason tickets.resolution_code
  tickets.source *.status_category ticket_span_links.how ticket_span_links.linked_by tickets.last_message_by
  tickets.lifecycle changes.type changes.reach changes.answers changes.outcome changes.afterwards changes.writers changes.took_part changes.consent change_overrides.keys
  tickets.source tickets.status_category tickets.last_message_by
  approval_steps.why approval_voters.why approval_voters.vote approval_voters.via approvals.excluded requests.ordered_by_kind
  fulfilment_tasks.after
  *.source_kind configuration_items.state_by *.class_key *.section ci_identifiers.value ci_sources.matched_by ci_expiries.attribute ci_duplicates.why
  enrolment_keys.hint problem_proposals.axis problem_proposals.client_ids problem_proposals.weeks problem_proposals.incident_ids problem_proposals.item_ids
  time_entries.source expenses.paid_by improvements.better improvements.measure improvements.unit improvements.baseline improvements.readings improvements.scope improvements.links value_stream_steps.step_key value_stream_steps.waits value_stream_steps.waits_business
  change_periods.recurrence cab_agenda.why cab_agenda.outcome change_periods.service_ids
  accounting_documents.fault_kind client_rates.role_key contract_lines.covers contract_lines.count_source contract_lines.count_class count_snapshots.source invoices.name invoices.seller quotes.seller quote_lines.billed quote_lines.choice quote_lines.tax_name signatures.address invoice_lines.tax_name invoice_lines.tax_note
  projects.charged client_services.calendar outages.source ratings.score ratings.via translations.thing translations.field
  announcement_clients.withheld
  bulk_change_items.event_ids pages.clocks pages.plan pages.steps pages.told pages.started_by`.split(/\s+/),
);

/** Columns of texts in clients' tables that no row of the foreign client fills with the canary: there a leak would go unseen. */
export async function unplanted(admin: pg.Client, clientId: string): Promise<string[]> {
  const missing: string[] = [];
  for (const table of await tablesOfClients(admin)) {
    const { rows: columns } = await admin.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'fettle' and table_name = $1
       and is_generated = 'NEVER' and data_type in ('text', 'character varying', 'ARRAY', 'json', 'jsonb') order by 1`,
      [table],
    );
    for (const { name } of columns) {
      if (OURS.has(`*.${name}`) || OURS.has(`${table}.${name}`)) continue;
      const { rows } = await admin.query<{ found: boolean }>(
        `select exists (select from fettle.${table} where client_id = $1 and ${name}::text like $2) as found`,
        [clientId, `%${CANARY}%`],
      );
      if (!rows[0]?.found) missing.push(`${table}.${name}`);
    }
  }
  return missing;
}
