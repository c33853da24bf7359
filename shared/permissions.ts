/** Every permission, with the sentence that the roles page shows for it. */
export const PERMISSIONS = {
  'ticket.read': 'See tickets and their conversations',
  'ticket.create': 'Create tickets',
  'ticket.update': 'Change fields, tags, links, checklists and watchers of tickets',
  'ticket.reply': 'Write replies and internal notes',
  'ticket.assign': 'Assign tickets to teams and people, and escalate them',
  'ticket.transition': 'Move tickets through their lifecycle',
  'ticket.merge': 'Merge, split and move tickets',
  'ticket.bulk': 'Change many tickets at once',
  'ticket.time': 'Record time on tickets',
  'mail.settle': 'See mail that came in, and decide about what was kept back',
  'approval.decide': 'Approve or reject where one is asked',
  'problem.manage': 'Open problems, analyse them, publish known errors, and decide about proposed problems',
  'sla.override': 'Hold a service level clock, give a ticket a target of its own, or justify what was missed',
  'major.manage': 'Declare and lead major incidents, tell clients of them, and review them',
  'script.run': 'Run approved scripts on the devices of tickets, or ask for it',
  'script.agree': 'Agree to scripts that somebody else wants to run',
  'alert.read': 'See what monitoring systems say is wrong, and why it is where it is',
  'alert.work': 'Acknowledge and close alerts, make tickets of them, and say what explains them',
  'alert.rules': 'Change the rules that decide about alerts',
  'change.manage': 'Raise changes, and write their plans, windows and reviews',
  'change.policy': 'Change models of changes, standard templates, and who authorises what',
  'client.read': 'See clients and their sites and services',
  'client.manage': 'Create and change clients, groups, sites and services',
  'contact.read': 'See contacts',
  'contact.manage': 'Create and change contacts',
  'estate.read': 'See what clients have: devices, licences and other items, and what is known of them',
  'estate.manage': 'Add and change items, classes, relations and enrolment keys, and join duplicates',
  'team.read': 'See teams and people of the provider',
  'team.manage': 'Create and change teams',
  'staff.manage': 'Invite, change and deactivate staff, and end their sessions',
  'role.manage': 'Create and change roles',
  'sso.manage': 'Decide which identity providers may sign staff in',
  'settings.read': 'See settings, categories, lifecycles and custom fields',
  'settings.manage': 'Change settings, categories, lifecycles and custom fields',
  'catalogue.manage': 'Change the catalogue: items, forms, prices, approvals and plans',
  'library.manage': 'Change shared macros, canned replies and templates',
  'knowledge.view': 'Read articles, also those that no client reads',
  'knowledge.write': 'Write articles, flag them, and send them for review',
  'knowledge.publish': 'Publish and retire articles, and decide who reads them',
  'announcement.manage': 'Write and publish announcements, and say how services are',
  'connector.read': 'See connections to other systems, their sites and how reading them goes',
  'connector.manage': 'Connect other systems, and say which of their sites belongs to which client',
  'view.share': 'Share saved views with everybody',
  'key.manage': 'Create API keys for oneself',
  'audit.read': 'See the audit trail and sign-in history',
  'data.import': 'Import data from other systems',
} as const satisfies Record<string, string>;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

const READ: readonly Permission[] = [
  'ticket.read',
  'alert.read',
  'client.read',
  'contact.read',
  'team.read',
  'settings.read',
  'knowledge.view',
  'estate.read',
];
const WORK: readonly Permission[] = [
  ...READ,
  'alert.work',
  'ticket.create',
  'ticket.update',
  'ticket.reply',
  'ticket.assign',
  'ticket.transition',
  'ticket.time',
  'approval.decide',
  'change.manage',
  'problem.manage',
  'script.run',
  'contact.manage',
  'knowledge.write',
  'estate.manage',
  'key.manage',
];
const DISPATCH: readonly Permission[] = [
  ...WORK,
  'mail.settle',
  'major.manage',
  'sla.override',
  'script.agree',
  'ticket.merge',
  'ticket.bulk',
  'knowledge.publish',
  'announcement.manage',
  'view.share',
  'library.manage',
];

/** The roles every installation begins with. */
export const BUILT_IN_ROLES: readonly {
  key: string;
  name: string;
  description: string;
  permissions: readonly Permission[];
}[] = [
  { key: 'owner', name: 'Owner', description: 'Everything, including roles and keys', permissions: ALL_PERMISSIONS },
  {
    key: 'manager',
    name: 'Manager',
    description: 'Runs the desk: people, teams, clients and settings',
    permissions: [
      ...DISPATCH,
      'client.manage',
      'team.manage',
      'staff.manage',
      'settings.manage',
      'alert.rules',
      'change.policy',
      'catalogue.manage',
      'connector.read',
      'connector.manage',
      'audit.read',
      'data.import',
    ],
  },
  {
    key: 'dispatcher',
    name: 'Dispatcher',
    description: 'Triages, assigns, merges and edits in bulk',
    permissions: DISPATCH,
  },
  { key: 'technician', name: 'Technician', description: 'Works tickets', permissions: [...WORK, 'ticket.merge'] },
  {
    key: 'finance',
    name: 'Finance',
    description: 'Reads tickets and clients, records time',
    permissions: [...READ, 'ticket.time', 'approval.decide'],
  },
  { key: 'readonly', name: 'Read-only', description: 'Sees, changes nothing', permissions: READ },
];
