import type { CreateTicketTemplate } from '#shared/library.ts';
import { CHECKLISTS } from './checklists.ts';

type Template = Omit<CreateTicketTemplate, 'fields'> & {
  key: string;
  fields: Omit<CreateTicketTemplate['fields'], 'categoryId' | 'serviceId'>;
  category: string;
  service: string;
};

export const TEMPLATES: readonly Template[] = [
  {
    key: 'starter',
    name: 'New starter',
    folder: 'People',
    description: 'Account, computer and everything else for somebody who begins.',
    category: 'Access / New starter',
    service: 'Identity and access',
    fields: {
      kind: 'request',
      title: 'New starter: ',
      description: '<p>Name:<br>Role:<br>Manager:<br>Start date:<br>Site:<br>Computer:<br>Same access as:</p>',
      impact: 3,
      urgency: 2,
      tags: ['onboarding'],
    },
    items: [...CHECKLISTS.starter.items],
  },
  {
    key: 'leaver',
    name: 'Leaver',
    folder: 'People',
    description: 'Close the door kindly and completely.',
    category: 'Access / Leaver',
    service: 'Identity and access',
    fields: {
      kind: 'request',
      title: 'Leaver: ',
      description: '<p>Name:<br>Last day and time:<br>Mailbox goes to:<br>Devices to collect:</p>',
      impact: 3,
      urgency: 2,
      tags: ['offboarding'],
    },
    items: [...CHECKLISTS.leaver.items],
  },
  {
    key: 'backup',
    name: 'Test restore',
    folder: 'Care',
    description: 'A backup that nobody has restored is a hope.',
    category: 'Servers / Backup',
    service: 'Backup',
    fields: {
      kind: 'request',
      title: 'Monthly test restore',
      description:
        '<p>Restore one folder and one mailbox item from last week’s backup to a separate place, open both, and note how long it took.</p>',
      impact: 3,
      urgency: 3,
      tags: ['care'],
    },
    items: [
      { text: 'Folder restored and opened', required: true },
      { text: 'Mailbox item restored and opened', required: true },
      { text: 'Time and size noted', required: false },
    ],
  },
  {
    key: 'patching',
    name: 'Server patching',
    folder: 'Care',
    description: 'In the window agreed with the client.',
    category: 'Servers / Availability',
    service: 'Servers and hosting',
    fields: {
      kind: 'request',
      title: 'Monthly server patching',
      description:
        '<p>Snapshot, patch, restart in the agreed order, check services, remove the snapshot after two days.</p>',
      impact: 2,
      urgency: 3,
      tags: ['care', 'patching'],
    },
    items: [
      { text: 'Client told two days before', required: true },
      { text: 'Snapshots taken', required: true },
      { text: 'Services checked after the restart', required: true },
      { text: 'Snapshots removed', required: true },
    ],
  },
  {
    key: 'visit',
    name: 'Site visit',
    folder: 'Care',
    description: 'A walk through the rooms with open eyes.',
    category: 'Hardware / Laptop or desktop',
    service: 'Managed desktop',
    fields: {
      kind: 'request',
      title: 'Quarterly site visit',
      description: '<p>Comms cupboard, UPS batteries, meeting rooms, printers; ask three people what annoys them.</p>',
      impact: 3,
      urgency: 3,
      tags: ['care', 'onsite'],
    },
    items: [],
  },
];
