// Made by tools/generate/tables.ts from the migrated database; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Tables = {
  api_keys: {
    id: string;
    staff_id: string;
    name: string;
    key_hash: string;
    hint: string;
    permissions: string[];
    all_clients: Generated<boolean>;
    client_ids: Generated<string[]>;
    expires_at: Generated<string | null>;
    revoked_at: Generated<string | null>;
    created_at: string;
    last_used_at: Generated<string | null>;
  };
  calendars: {
    id: string;
    definition: ColumnType<Json, string, string>;
    created_at: string;
  };
  canned_replies: {
    id: string;
    owner_id: string;
    shared: Generated<boolean>;
    name: string;
    shortcut: string;
    body_html: string;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  categories: {
    id: string;
    parent_id: Generated<string | null>;
    name: string;
    path: string;
    team_id: Generated<string | null>;
    skills: Generated<string[]>;
    active: Generated<boolean>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  checklist_items: {
    client_id: string;
    id: string;
    ticket_id: string;
    position: number;
    text: string;
    done_at: Generated<string | null>;
    done_by: Generated<string | null>;
    created_at: string;
  };
  client_groups: {
    id: string;
    name: string;
    description: Generated<string>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  client_services: {
    client_id: string;
    service_id: string;
    since: Generated<string | null>;
  };
  clients: {
    id: string;
    client_id: GeneratedAlways<string | null>;
    code: string;
    name: string;
    name_key: GeneratedAlways<string>;
    kind: Generated<string>;
    group_id: Generated<string | null>;
    time_zone: string;
    language: Generated<string>;
    country: Generated<string>;
    region: Generated<string>;
    notes: Generated<string>;
    active: Generated<boolean>;
    next_number: Generated<number>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  contact_words: {
    client_id: string;
    contact_id: string;
    name_key: string;
    words: string;
  };
  contacts: {
    client_id: string;
    id: string;
    person_id: string;
    site_id: Generated<string | null>;
    name: string;
    name_key: GeneratedAlways<string>;
    email: Generated<string>;
    phone: Generated<string>;
    title: Generated<string>;
    language: Generated<string | null>;
    vip: Generated<boolean>;
    escalation_level: Generated<number | null>;
    company_wide: Generated<boolean>;
    active: Generated<boolean>;
    notes: Generated<string>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  credentials: {
    staff_id: string;
    password_hash: Generated<string | null>;
    password_set_at: Generated<string | null>;
    totp_secret: Generated<Buffer | null>;
    totp_confirmed_at: Generated<string | null>;
    totp_last_step: Generated<number | null>;
    recovery_hashes: Generated<string[]>;
  };
  custom_fields: {
    id: string;
    key: string;
    label: string;
    type: string;
    kinds: string[];
    options: Generated<string[]>;
    required: Generated<boolean>;
    help: Generated<string>;
    active: Generated<boolean>;
    position: Generated<number>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  events: {
    id: string;
    client_id: Generated<string | null>;
    at: string;
    subject_type: string;
    subject_id: string;
    type: string;
    actor_kind: string;
    actor_id: Generated<string | null>;
    actor_name: string;
    on_behalf_of: Generated<string | null>;
    request_id: Generated<string | null>;
    visibility: Generated<string>;
    data: ColumnType<Json, string | undefined, string>;
  };
  federated_identities: {
    issuer: string;
    subject: string;
    staff_id: string;
    created_at: string;
  };
  files: {
    client_id: string;
    id: string;
    sha256: string;
    name: string;
    media_type: string;
    size: number;
    subject_type: Generated<string | null>;
    subject_id: Generated<string | null>;
    message_id: Generated<string | null>;
    visibility: Generated<string>;
    created_by: Generated<string | null>;
    created_at: string;
  };
  idempotency: {
    principal: string;
    key: string;
    request_hash: string;
    status: number;
    response: string;
    created_at: string;
  };
  identity_providers: {
    id: string;
    name: string;
    issuer: string;
    oidc_client_id: string;
    client_secret: Buffer;
    active: Generated<boolean>;
    created_at: string;
  };
  lifecycles: {
    kind: string;
    definition: ColumnType<Json, string, string>;
    version: Generated<number>;
    updated_at: string;
  };
  macros: {
    id: string;
    owner_id: string;
    shared: Generated<boolean>;
    name: string;
    description: Generated<string>;
    steps: ColumnType<Json, string, string>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  messages: {
    client_id: string;
    id: string;
    ticket_id: string;
    visibility: string;
    author_kind: string;
    author_id: Generated<string | null>;
    author_name: string;
    body_html: string;
    body_text: string;
    mentions: Generated<string[]>;
    source: Generated<string>;
    merged_from_id: Generated<string | null>;
    created_at: string;
  };
  notifications: {
    client_id: string;
    id: string;
    staff_id: string;
    ticket_id: string;
    kind: string;
    text: string;
    read_at: Generated<string | null>;
    created_at: string;
  };
  one_time_tokens: {
    token_hash: string;
    purpose: string;
    staff_id: Generated<string | null>;
    contact_id: Generated<string | null>;
    client_id: Generated<string | null>;
    data: ColumnType<Json, string | undefined, string>;
    created_at: string;
    expires_at: string;
    used_at: Generated<string | null>;
  };
  passkeys: {
    id: string;
    staff_id: string;
    public_key: Buffer;
    counter: number;
    transports: Generated<string[]>;
    name: string;
    created_at: string;
    last_used_at: Generated<string | null>;
  };
  recurring_tickets: {
    client_id: string;
    id: string;
    name: string;
    template_id: string;
    rule: ColumnType<Json, string, string>;
    time_zone: string;
    next_at: Generated<string | null>;
    last_ticket_id: Generated<string | null>;
    active: Generated<boolean>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  roles: {
    key: string;
    name: string;
    description: Generated<string>;
    permissions: string[];
    built_in: Generated<boolean>;
    version: Generated<number>;
  };
  saved_views: {
    id: string;
    owner_id: string;
    shared: Generated<boolean>;
    name: string;
    filter: ColumnType<Json, string, string>;
    sort: Generated<string>;
    columns: Generated<string[]>;
    position: Generated<number>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  search_documents: {
    client_id: string;
    ticket_id: string;
    requester_id: Generated<string | null>;
    updated_at: string;
    title: string;
  };
  search_words: {
    word: string;
    tickets: Generated<number>;
  };
  services: {
    id: string;
    name: string;
    description: Generated<string>;
    team_id: Generated<string | null>;
    active: Generated<boolean>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  sessions: {
    id: string;
    token_hash: string;
    principal_kind: string;
    staff_id: Generated<string | null>;
    contact_id: Generated<string | null>;
    client_id: Generated<string | null>;
    stage: Generated<string>;
    authenticated_at: string;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
    ended_at: Generated<string | null>;
    user_agent: Generated<string>;
    address: Generated<string>;
  };
  settings: {
    id: string;
    key: string;
    group_id: Generated<string | null>;
    client_id: Generated<string | null>;
    value: ColumnType<Json, string, string>;
    version: Generated<number>;
    updated_at: string;
    updated_by: Generated<string | null>;
  };
  sign_in_attempts: {
    bucket: string;
    at: string;
  };
  sites: {
    client_id: string;
    id: string;
    name: string;
    address: Generated<string>;
    time_zone: Generated<string | null>;
    active: Generated<boolean>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  staff: {
    id: string;
    email: string;
    name: string;
    title: Generated<string>;
    time_zone: Generated<string>;
    language: Generated<string>;
    skills: Generated<string[]>;
    capacity: Generated<number>;
    role_keys: string[];
    all_clients: Generated<boolean>;
    active: Generated<boolean>;
    preferences: ColumnType<Json, string | undefined, string>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  staff_clients: {
    client_id: string;
    staff_id: string;
  };
  staff_leave: {
    id: string;
    staff_id: string;
    starts_at: string;
    ends_at: string;
    note: Generated<string>;
  };
  team_members: {
    team_id: string;
    staff_id: string;
    lead: Generated<boolean>;
    last_assigned_at: Generated<string | null>;
  };
  teams: {
    id: string;
    name: string;
    description: Generated<string>;
    strategy: Generated<string>;
    escalates_to_id: Generated<string | null>;
    active: Generated<boolean>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  ticket_clocks: {
    client_id: string;
    ticket_id: string;
    target: string;
    state: string;
    target_seconds: number;
    calendar_id: string;
    thresholds: number[];
    started_at: string;
    consumed_seconds: Generated<number>;
    running_since: Generated<string | null>;
    pause_reason: Generated<string | null>;
    due_at: Generated<string | null>;
    breached_at: Generated<string | null>;
    stopped_at: Generated<string | null>;
    passed_percent: Generated<number>;
    next_percent: Generated<number | null>;
    next_threshold_at: Generated<string | null>;
    changed_at: string;
    source: string;
    history: ColumnType<Json, string, string>;
  };
  ticket_custom_values: {
    client_id: string;
    field_key: string;
    value: string;
    ticket_id: string;
  };
  ticket_links: {
    client_id: string;
    from_id: string;
    to_id: string;
    kind: string;
    created_at: string;
  };
  ticket_reads: {
    client_id: string;
    ticket_id: string;
    staff_id: string;
    read_at: string;
  };
  ticket_redirects: {
    client_id: string;
    key: string;
    to_client_id: string;
    to_ticket_id: string;
    created_at: string;
  };
  ticket_tags: {
    client_id: string;
    tag: string;
    ticket_id: string;
  };
  ticket_templates: {
    id: string;
    name: string;
    description: Generated<string>;
    fields: ColumnType<Json, string, string>;
    checklist: Generated<string[]>;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };
  ticket_watchers: {
    client_id: string;
    ticket_id: string;
    watcher_kind: string;
    watcher_id: string;
    created_at: string;
  };
  tickets: {
    client_id: string;
    id: string;
    number: number;
    key: string;
    kind: string;
    title: string;
    description: Generated<string>;
    requester_id: Generated<string | null>;
    site_id: Generated<string | null>;
    status: string;
    status_category: string;
    is_open: GeneratedAlways<boolean | null>;
    impact: number;
    urgency: number;
    priority: number;
    priority_why: ColumnType<Json, string | undefined, string>;
    category_id: Generated<string | null>;
    service_id: Generated<string | null>;
    team_id: Generated<string | null>;
    assignee_id: Generated<string | null>;
    assignment_why: ColumnType<Json, string | undefined, string>;
    source: string;
    tags: Generated<string[]>;
    custom: ColumnType<Json, string | undefined, string>;
    parent_id: Generated<string | null>;
    merged_into_id: Generated<string | null>;
    duplicate_of_id: Generated<string | null>;
    hold_reason: Generated<string | null>;
    hold_until: Generated<string | null>;
    resolution_code: Generated<string | null>;
    resolution_note: Generated<string | null>;
    cause: Generated<string | null>;
    escalation_level: Generated<number>;
    reassignment_count: Generated<number>;
    reopen_count: Generated<number>;
    first_response_at: Generated<string | null>;
    resolved_at: Generated<string | null>;
    resolved_by: Generated<string | null>;
    closed_at: Generated<string | null>;
    due_at: Generated<string | null>;
    last_message_at: Generated<string | null>;
    last_message_by: Generated<string | null>;
    last_message_text: Generated<string | null>;
    external_ref: Generated<string | null>;
    version: Generated<number>;
    created_by: Generated<string | null>;
    created_at: string;
    updated_at: string;
  };
  time_entries: {
    client_id: string;
    id: string;
    ticket_id: string;
    staff_id: string;
    minutes: number;
    note: Generated<string>;
    billable: Generated<boolean>;
    worked_at: string;
    created_at: string;
  };
};
