import type pg from 'pg';
import type { VersionOf } from './requests.ts';
import type { Kind } from './vocabulary.ts';

const TABLES: Partial<Record<Kind, string>> = {
  change: 'changes',
  major: 'major_incidents',
  changeModel: 'change_models',
  changeRule: 'change_rules',
  valueStream: 'value_streams',
  ticket: 'tickets',
  article: 'articles',
  announcement: 'announcements',
  alertRule: 'alert_rules',
  changePeriod: 'change_periods',
  improvement: 'improvements',
  timeEntry: 'time_entries',
  expense: 'expenses',
  expenseKind: 'expense_kinds',
  contract: 'contracts',
  sentContract: 'contracts',
  contractLine: 'contract_lines',
  rate: 'client_rates',
  charge: 'charges',
  project: 'projects',
  projectTemplate: 'project_templates',
  projectPhase: 'project_phases',
  projectTask: 'project_tasks',
  projectMilestone: 'project_milestones',
  taxRate: 'tax_rates',
  product: 'products',
  quote: 'quotes',
  orderLine: 'order_lines',
  billingRun: 'billing_runs',
  contractTemplate: 'contract_templates',
  workType: 'work_types',
  script: 'connector_scripts',
  client: 'clients',
  device: 'configuration_items',
  contact: 'contacts',
  site: 'sites',
  group: 'client_groups',
  recurring: 'recurring_tickets',
  policy: 'sla_policies',
  slaCalendar: 'sla_calendars',
  view: 'saved_views',
  reply: 'canned_replies',
  macro: 'macros',
  staff: 'staff',
  team: 'teams',
  service: 'services',
  category: 'categories',
  field: 'custom_fields',
  template: 'ticket_templates',
  checklist: 'checklist_templates',
  schedule: 'on_call_schedules',
  escalationPath: 'escalation_paths',
};

/** Kept by the ticket that they are about. */
const OF_TICKETS: readonly Kind[] = ['change', 'major', 'projectTask'];

/** Reads versions past every policy: a probe that came too late would prove nothing. */
export const versionsIn =
  (admin: pg.Client): VersionOf =>
  async (kind, id) => {
    const table = TABLES[kind];
    if (!table || !/^[0-9a-f-]{36}$/.test(id)) return 1;
    const { rows } = await admin.query<{ version: number }>(
      `select version from fettle.${table} where ${OF_TICKETS.includes(kind) ? 'ticket_id' : 'id'} = $1`,
      [id],
    );
    return rows[0]?.version ?? 1;
  };
