/** What departs from the pattern on purpose, each with its reason. A line here is a decision somebody looked at. */

/** Tables without client_id: they belong to the provider. */
export const GLOBAL_TABLES: Readonly<Record<string, string>> = {
  announcements: 'for all, groups or chosen clients, who are in announcement_clients; policies of its own',
  announcement_updates: 'seen with the announcement, by a policy of its own',
  article_documents: 'words of articles: read by definer functions of search alone, which ask who sees the article',
  article_drafts: 'the provider’s words; seen with the article, by a policy of its own',
  article_files: 'pictures; seen with the article, by policies of its own',
  article_versions: 'seen with the article, by a policy of its own',
  article_visits: 'counts without client; seen with the article, by a policy of its own',
  article_words:
    'words without article: read by definer functions of search alone, which tell those of articles in sight only',
  articles: 'for nobody’s clients, for all or for chosen ones, who are in article_clients; policies of its own',
  api_keys: 'sign-in: read by the program alone; limits to clients are a column',
  bulk_changes: 'what one person asked for; only they read it, and its tickets carry client_id',
  calendars: 'business hours by content, no client named; contacts read them to see due times',
  cab_boards: 'boards of the provider’s people',
  cab_invitations: 'which of the provider’s people were told of a meeting',
  cab_meetings: 'when the provider’s people meet; which changes they talked about carries client_id',
  cab_presence: 'the provider’s people',
  canned_replies: 'the provider’s own words, never a client’s',
  catalogue_items:
    'the provider’s items; one that is for some clients is seen by whoever sees one of them, by a policy of its own',
  alert_rule_versions: 'seen by whoever sees the rule, by a policy of its own',
  catalogue_item_versions: 'seen by whoever sees the item, by a policy of its own',
  change_models: 'how changes go, no client named',
  change_rule_versions: 'who authorises changes: rules of the provider',
  change_rules: 'who authorises changes: rules of the provider',
  categories: 'one tree for the provider; contacts read names',
  checklist_templates: 'the provider’s own words',
  ci_classes: 'kinds of items, the provider’s words',
  ci_relation_kinds: 'what relations mean, the provider’s words',
  client_groups: 'tiers of the provider',
  connector_calls: 'what systems called with, before it is known whose it is: read by the program alone',
  connector_credentials: 'secrets of connectors, sealed: read by the program alone',
  connector_devices: 'ids at vendors, before it is known whose they are: read by the program alone',
  connector_keys: 'keys of connectors, sealed: read by the program alone',
  connector_runs: 'how reading other systems went, no client named: read by the program alone',
  connector_sites:
    'which site of a vendor is which client’s: read by the program alone, shown to whoever sees all clients',
  connector_scripts: 'what a system can run, and what is approved: no client named',
  connector_tasks: 'when other systems are read: read by the program alone',
  connectors: 'the provider’s connections to other systems, without their secrets',
  custom_fields: 'definitions; the values carry client_id',
  escalation_paths: 'whom the provider calls, in which order',
  federated_identities: 'sign-in: read by the program alone',
  idempotency: 'answers belong to the principal that asked, by a policy of its own',
  identity_providers: 'sign-in: read by the program alone',
  lifecycles: 'rules of the provider',
  incoming_mails: 'before it is known whose it is; read by the program alone, shown to whoever sees all clients',
  macros: 'the provider’s own words',
  mail_sending: 'whether mail is sent and from whom, no client named',
  mailbox_access: 'how mailboxes are reached, with passwords sealed: read by the program alone',
  mailbox_items: 'ids of mails in the provider’s mailboxes: read by the program alone',
  mailbox_oauth: 'tokens for mailboxes, sealed: read by the program alone',
  mailboxes: 'ways in of the provider; which client one serves is said by the provider',
  dkim_keys: 'keys that mail is signed with, sealed: read by the program alone',
  mail_server: 'where mail goes out, with the password sealed: read by the program alone',
  migrations: 'names and hashes of migrations: no client’s data; readiness asks without a scope',
  notification_preferences: 'what each of the provider’s people wants to be told',
  on_call_overrides: 'the provider’s people',
  on_call_schedules: 'the provider’s people',
  passkeys: 'sign-in: read by the program alone',
  problem_advisories: 'what vendors warn of, no client named',
  problem_looks: 'when problems were last looked for: one row of counts, shown to whoever sees all clients',
  roles: 'names of permissions',
  sample_bundles: 'names of stories that are written, of the program’s own making',
  sample_load: 'one row: how far the sample is',
  saved_views: 'filters of staff; what they show follows the reader’s scope',
  search_progress: 'one instant: how far words are learnt; search functions alone touch it',
  search_words: 'words without client: read by definer functions of search alone, never shown to people',
  services: 'the provider’s catalogue; which client has what carries client_id',
  sign_in_attempts: 'sign-in: read by the program alone',
  sla_simulations: 'what one person asked for; only they read it, and its tickets are read under their scope',
  sla_calendars: 'the provider’s calendars by name; contacts read them to be promised a due time',
  sla_policy_versions: 'seen by whoever sees the policy, by a policy of its own',
  staff: 'the provider’s people',
  staff_calendar_feeds: 'hashes of addresses, one for each of the provider’s people',
  staff_leave: 'the provider’s people',
  team_members: 'the provider’s people',
  teams: 'the provider’s people',
  ticket_templates: 'the provider’s own words',
  value_streams:
    'how work flows: the provider’s own steps; clients that work is narrowed to are told to whoever sees them',
  value_stream_versions: 'the same as they were',
  tax_rates: 'taxes by law, no client named',
  rates: 'what an hour costs everybody, no client named',
  billing_runs: 'when the provider bills; what it billed carries client_id',
  vendor_list_rows:
    'as a vendor wrote it, before it is known whose it is: shown to whoever sees all clients, by a policy besides',
  vendor_lists: 'of which day, no client named; the same',
  vendor_names: 'what vendors call clients; the same',
  vendor_products: 'what vendors sell, no client named',
  invoice_numbers: 'one counter of the provider’s',
  work_types: 'what kinds of work are called, the provider’s',
};

/** Tables with client_id whose policies are their own. */
export const OWN_POLICIES: Readonly<Record<string, string>> = {
  alert_rules: 'rules of the provider and of groups have no client',
  alert_rule_versions: 'whoever sees the rule sees its versions',
  announcements: 'whom it is for: the oracle is in server/practices/announcement/who-sees.test.ts',
  announcement_updates: 'whoever sees the announcement',
  improvements: 'those of the provider have no client',
  change_periods: 'windows and freezes of the provider and of groups have no client',
  article_drafts: 'staff who see the article',
  article_flags: 'staff who see the article and the client on whose ticket it was noticed',
  article_visits: 'staff who see the article',
  article_files: 'whoever sees the article: staff all, others those of the version in force; before, the uploader',
  article_versions: 'whoever sees the article: staff all that was not for other clients alone, others the one in force',
  articles: 'whom it is for: the oracle is in server/practices/knowledge/who-finds.test.ts',
  catalogue_items: 'whom an item is for decides who sees it',
  catalogue_item_versions: 'whoever sees the item sees its versions',
  catalogue_offers: 'what holds for a group has no client',
  client_identity_secrets: 'sign-in: read by the program alone',
  contact_identities: 'sign-in: read by the program alone',
  credentials: 'sign-in: read by the program alone; those of staff have no client',
  alert_words: 'no policy: written by a trigger of its alerts, read through app.find_alerts, which repeats the scope',
  item_words: 'no policy: written by a trigger of its items, read through app.find_items, which repeats the scope',
  contact_words: 'no policy: reachable through app.find_contacts and app.index_contact only, which repeat the scope',
  events: 'append-only, and events of the provider have no client',
  notifications: 'one about an article has no client: who is told reads it, nobody else',
  one_time_tokens: 'sign-in: read by the program alone',
  search_documents: 'no policy: reachable through functions of search only, which repeat the scope',
  sessions: 'sign-in: read by the program alone',
  portal_images:
    'pictures of the provider’s and groups’ looks have no client; others reach them through the look alone',
  service_states: 'what is said of a service for everybody has no client',
  settings: 'values of the provider and of groups have no client',
  translations:
    'words of what is the provider’s or a group’s have no client; those of an item are seen by whoever sees it',
  sla_policies: 'policies of the provider and of groups have no client',
  sla_policy_versions: 'whoever sees the policy sees its versions',
};

/** Owned by a role that nobody signs in as, and read by its definer functions: forcing policies would shut those out. */
export const UNFORCED: Readonly<Record<string, string>> = {
  alert_words: 'owned by fettle_search',
  article_documents: 'owned by fettle_search',
  article_words: 'owned by fettle_search',
  contact_words: 'owned by fettle_search',
  item_words: 'owned by fettle_search',
  search_documents: 'owned by fettle_search',
  search_progress: 'owned by fettle_search',
  search_words: 'owned by fettle_search',
  migrations: 'no policy at all, see above',
};

/** Foreign keys that lead to another client's row on purpose: the row that points is its own client's, and shows nothing of the other. */
export const CROSSING_KEYS: Readonly<Record<string, string>> = {
  ticket_spans_whole_client_id_whole_id_fkey:
    'what stands above tickets of several clients is the provider’s; what each client may know of it is in its own row',
};

/** Unique keys that do not begin with client_id. */
export const GLOBAL_KEYS: Readonly<Record<string, string>> = {
  alert_rules_pkey: 'rules of the provider and of groups have no client',
  article_flags_pkey: 'what was noticed on no ticket has no client',
  approval_links_pkey: 'found by the hash before it is known whose it is',
  catalogue_offers_pkey: 'what holds for a group has no client',
  invoices_number: 'numbers have no gap and no twin, whichever client they are for',
  invoices_run: 'a run is the provider’s; with it the client and the currency',
  timers_running: 'one at most runs of a person, whichever client it is for',
  improvements_pkey: 'those of the provider have no client',
  change_periods_pkey: 'windows and freezes of the provider and of groups have no client',
  client_calendar_feeds_hash: 'found by the hash before it is known whose it is',
  clients_pkey: 'client_id is the id',
  clients_code_key: 'the code begins every ticket key of the provider',
  credentials_staff_id_key: 'those of staff have no client',
  enrolment_keys_hash: 'found by the hash before it is known whose it is',
  events_pkey: 'UUIDv7 made by the program; events of the provider have no client',
  portal_hosts_host_key:
    'a host name is one client’s; found before it is known whose, set by those who see all clients',
  notifications_pkey: 'what is about an article has no client',
  one_time_tokens_pkey: 'found by the hash before it is known whose it is',
  ratings_token: 'found by the hash before it is known whose it is',
  sessions_pkey: 'sign-in knows no client yet',
  sessions_token_hash_key: 'found by the hash before it is known whose it is',
  portal_images_pkey: 'pictures of the provider have no client',
  service_states_pkey: 'what is said for everybody has no client',
  settings_pkey: 'values of the provider have no client',
  translations_pkey: 'words of what is the provider’s have no client',
  sla_policies_pkey: 'policies of the provider have no client',
};

/** Functions that run with their owner’s rights. */
export const DEFINERS: Readonly<Record<string, string>> = {
  'app.context()': 'reads the signing key to verify the context',
  'app.index_ticket(uuid,uuid,uuid,timestamp with time zone,boolean,text,text)': 'search; refuses clients out of scope',
  'app.index_message(uuid,uuid,timestamp with time zone,text,boolean)': 'search; refuses clients out of scope',
  'app.index_openness(uuid,uuid,timestamp with time zone,boolean)': 'search; refuses clients out of scope',
  'app.forget_ticket(uuid,uuid)': 'search; refuses clients out of scope',
  'app.find_tickets(tsquery,uuid,boolean,integer,timestamp with time zone,uuid)': 'search; repeats the scope',
  'app.match_tickets(tsquery,uuid[],uuid[],integer,timestamp with time zone,uuid)': 'search; repeats the scope',
  'app.tickets_like(tsquery[],integer)': 'search; repeats the scope, none for contacts',
  'app.similar_words(text,integer)': 'search; answers the program, never people',
  'app.unlearn(timestamp with time zone)': 'search; called by its functions alone, changes no words',
  'app.learn_words(integer,timestamp with time zone)': 'search; the program alone',
  'app.follow_alert_words()': 'search; a trigger of alerts, whose policy has let the write through',
  'app.find_alerts(text,uuid,integer)': 'search; repeats the scope',
  'app.follow_item_name()': 'search; a trigger of items, whose policy has let the write through',
  'app.find_items(text,uuid,integer)': 'search; repeats the scope',
  'app.index_contact(uuid,uuid,text,text,text,boolean)': 'search; refuses clients out of scope',
  'app.index_article(uuid,text,text,text)': 'search; refuses articles out of sight',
  'app.forget_article(uuid,text)': 'search; refuses articles out of sight',
  'app.find_articles(tsquery,integer)': 'search; asks the policies of articles',
  'app.suggest_articles(text[],integer)': 'search; asks the policies of articles',
  'app.similar_article_words(text,integer)': 'search; tells words of articles in sight only',
  'app.find_contacts(text,uuid,boolean,integer,text,uuid)': 'search; repeats the scope',
  'app.changes_out_of_sight(timestamp with time zone,timestamp with time zone,timestamp with time zone)':
    'that a change is in the way of whoever does not see it: when, on which of their items, by whom; for limited staff alone',
  'app.open_parts_out_of_sight(uuid,uuid)':
    'how many open tickets of clients out of sight hang under a whole in sight; a number alone, for limited staff alone',
  'app.open_work(uuid[])': 'how many open tickets each of the provider’s people has; numbers alone, none for contacts',
};

/** Policies for a role of definer functions, each with the function that they are for. */
export const DEFINER_POLICIES: Readonly<Record<string, string>> = {
  'tickets.open_work':
    'app.open_work counts, over two columns; app.changes_out_of_sight reads where a change stands and whose it is',
  'changes.out_of_sight': 'app.changes_out_of_sight tells when, and of which of the caller’s items',
  'change_items.out_of_sight': 'the same',
  'fulfilment_tasks.out_of_sight': 'the same: who works on it',
  'ticket_span_links.out_of_sight': 'app.open_parts_out_of_sight counts',
};

/**
 * Tables of the job queue (pg-boss). Payloads hold ids, no words of a client’s; no route reads them; the program’s role may
 * put in, take and finish jobs, and the tables are the owner’s.
 */
export const QUEUE_TABLES: readonly string[] = [
  'bam',
  'instance',
  'job',
  'job_dependency',
  'queue',
  'queue_stats',
  'schedule',
  'subscription',
  'version',
  'warning',
];
