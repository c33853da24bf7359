/** The columns of the log (UCI dataset 498), as its header names them. */
export const COLUMNS = [
  'number',
  'incident_state',
  'active',
  'reassignment_count',
  'reopen_count',
  'sys_mod_count',
  'made_sla',
  'caller_id',
  'opened_by',
  'opened_at',
  'sys_created_by',
  'sys_created_at',
  'sys_updated_by',
  'sys_updated_at',
  'contact_type',
  'location',
  'category',
  'subcategory',
  'u_symptom',
  'cmdb_ci',
  'impact',
  'urgency',
  'priority',
  'assignment_group',
  'assigned_to',
  'knowledge',
  'u_priority_confirmation',
  'notify',
  'problem_id',
  'rfc',
  'vendor',
  'caused_by',
  'closed_code',
  'resolved_by',
  'resolved_at',
  'closed_at',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Columns without a place of their own in Fettle. Their values stand in the events (as `imported.kept`) whenever they change. */
export const KEPT = [
  'active',
  'made_sla',
  'opened_by',
  'sys_created_by',
  'sys_created_at',
  'contact_type',
  'knowledge',
  'u_priority_confirmation',
  'notify',
] as const satisfies readonly Column[];

/** Columns that become custom fields of incidents, so that a desk can read and filter them. */
export const CUSTOM = {
  u_symptom: { key: 'symptom', label: 'Symptom' },
  cmdb_ci: { key: 'configuration_item', label: 'Configuration item' },
  problem_id: { key: 'problem_ref', label: 'Problem' },
  rfc: { key: 'change_ref', label: 'Change' },
  vendor: { key: 'vendor', label: 'Vendor' },
  caused_by: { key: 'caused_by_ref', label: 'Caused by change' },
  closed_code: { key: 'closed_code', label: 'Closed code' },
} as const satisfies Partial<Record<Column, { key: string; label: string }>>;
