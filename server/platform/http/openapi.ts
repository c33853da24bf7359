/** The head of the API's description; paths come from the routes themselves. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Fettle',
    version: '1',
    description:
      'Everything the screen can do. JSON in and out; problems as application/problem+json (RFC 9457); lists page by `cursor`; ' +
      'every POST honours `Idempotency-Key`, but for those that make secrets and for uploads; writes of a versioned thing carry ' +
      'the `version` that was read, in the body or as `If-Match`.',
  },
  tags: [
    { name: 'Tickets', description: 'Log, find, change, assign, move on, merge and split tickets' },
    { name: 'Conversation', description: 'Replies, notes and files' },
    { name: 'Knowledge', description: 'Articles: written, reviewed, published in versions, found and used' },
    { name: 'Many tickets', description: 'One thing done to many tickets in the background' },
    { name: 'Next and triage', description: 'The next best ticket, and what nobody has yet' },
    { name: 'Views', description: 'Saved views of the queue' },
    { name: 'Service levels', description: 'What is promised, by policies and calendars, and how it is kept' },
    { name: 'Satisfaction', description: 'What clients’ people thought of how a ticket was handled' },
    {
      name: 'Alerts',
      description: 'What monitoring systems say is wrong, what became of it and why, and the rules that decide.',
    },
    {
      name: 'Announcements',
      description: 'What clients are told without asking, and how their services are and were',
    },
    { name: 'Services', description: 'What is offered, how it does at each client, its outages and availability' },
    {
      name: 'Connectors',
      description: 'Connections to other systems: how they are reached, whose their sites are, how reading goes',
    },
    {
      name: 'Scripts',
      description: 'What RMM systems can run on devices: what is approved, and its runs from tickets',
    },
    { name: 'Mail', description: 'Sending mail: by which server, what went out and what did not' },
    { name: 'On-call', description: 'Who is on call when, where nobody is, and cover' },
    {
      name: 'Catalogue',
      description: 'What clients may ask for: items in versions, and what they are for a group or a client',
    },
    { name: 'Requests', description: 'Ordering from the catalogue, and what follows: answers, approvals and tasks' },
    {
      name: 'Approvals',
      description: 'Who is asked, their votes, who stands in for whom, and deciding by a link in a mail',
    },
    {
      name: 'Contracts',
      description: 'What clients have agreed to pay: contracts, rates, taxes, and what is charged once',
    },
    {
      name: 'Counts',
      description: 'How many people, items and products of vendors clients have each day, and where contracts differ',
    },
    {
      name: 'Accounting',
      description: 'Keeping the books at Xero in step: what is sent, what is called what there, and what was paid',
    },
    { name: 'Products', description: 'The price book: what is sold, for how much in which currency, and lists of it' },
    { name: 'Quotes', description: 'What clients are offered, in versions, and what is bought once they accept' },
    { name: 'Billing', description: 'What clients owe and why: previews, runs, invoices, payments and credits' },
    {
      name: 'Margin',
      description: 'What people cost, what is earned with each client, and what contracts bring each month',
    },
    {
      name: 'Projects',
      description: 'Work that is planned as a whole: phases, tasks, milestones and budgets',
    },
    { name: 'Time', description: 'What people worked: timers, drafts, timesheets, and who approves them' },
    { name: 'Expenses', description: 'What people paid and drove: receipts, who approves them, and what is paid back' },
    { name: 'Improvements', description: 'What is to become better, how it was, and whether it helped' },
    { name: 'Value streams', description: 'How work passes through its steps, and where it waits' },
    { name: 'Problems', description: 'What lies behind incidents, known errors, and what is proposed as one' },
    { name: 'Changes', description: 'What is altered: planned, weighed, authorised, carried out and looked back at' },
    { name: 'Change schedule', description: 'When changes go on, windows, freezes, collisions and feeds of calendars' },
    { name: 'Change boards', description: 'Boards that decide about changes, and their meetings' },
    { name: 'Major incidents', description: 'Incidents that several people lead at once, and what clients are told' },
    { name: 'Escalation', description: 'Whom to call for a ticket, level after level, until somebody acknowledges' },
    { name: 'Library', description: 'Canned replies, macros, checklists, templates, recurring tickets' },
    { name: 'Live', description: 'What changed, and who is on a ticket, as it happens' },
    { name: 'Clients', description: 'Clients, groups, sites and the services they use' },
    { name: 'Estate', description: 'What clients have: items, from whom it is known, and how it hangs together' },
    { name: 'Inventory agents', description: 'Keys by which agents on clients’ machines report, and what they said' },
    { name: 'Contacts', description: 'People of clients' },
    { name: 'Classification', description: 'Services, categories and custom fields' },
    { name: 'Lifecycles', description: 'Statuses and the steps between them' },
    { name: 'Settings', description: 'Values inherited from provider to group to client' },
    { name: 'Words', description: 'Your own texts that clients’ people read, in other languages' },
    { name: 'Teams', description: 'Resolver groups' },
    { name: 'Staff', description: 'People of the provider, and their leave' },
    { name: 'Roles', description: 'Named sets of permissions' },
    { name: 'Keys', description: 'API keys of one’s own' },
    { name: 'Me', description: 'Who I am, how I sign in, and what concerns me' },
    { name: 'Sign-in', description: 'Sessions, invitations and the first set-up' },
    { name: 'Single sign-on', description: 'Identity providers of the MSP' },
    { name: 'Audit', description: 'What was done, and by whom' },
    { name: 'Portal', description: 'What a client’s people may do' },
    { name: 'Installation', description: 'The state of this installation' },
  ],
  components: {
    securitySchemes: {
      key: { type: 'http' as const, scheme: 'bearer', description: 'An API key from the account page' },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'fettle_session' },
    },
  },
};
