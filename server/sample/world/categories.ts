import type { TeamKey } from './teams.ts';

export type CategorySpec = {
  name: string;
  team?: TeamKey;
  skills?: readonly string[];
  below?: readonly CategorySpec[];
};

/** The tree by which tickets are sorted. */
export const CATEGORIES: readonly CategorySpec[] = [
  {
    name: 'Hardware',
    team: 'desk',
    below: [
      { name: 'Laptop or desktop' },
      { name: 'Screen and dock' },
      { name: 'Mobile phone' },
      { name: 'Meeting room' },
      { name: 'Point of sale', skills: ['onsite'] },
    ],
  },
  {
    name: 'Printing',
    team: 'desk',
    skills: ['printing'],
    below: [{ name: 'Print queue' }, { name: 'Paper and toner' }, { name: 'Scanning' }],
  },
  {
    name: 'E-mail',
    team: 'desk',
    skills: ['m365'],
    below: [{ name: 'Outlook' }, { name: 'Delivery' }, { name: 'Shared mailbox' }, { name: 'Calendar' }],
  },
  {
    name: 'Access',
    team: 'desk',
    below: [
      { name: 'Password and sign-in' },
      { name: 'Multi-factor sign-in' },
      { name: 'Permissions' },
      { name: 'New starter' },
      { name: 'Leaver' },
    ],
  },
  {
    name: 'Network',
    team: 'network',
    skills: ['network'],
    below: [{ name: 'Internet link' }, { name: 'Wi-Fi' }, { name: 'VPN', skills: ['vpn'] }, { name: 'Firewall' }],
  },
  {
    name: 'Servers',
    team: 'cloud',
    skills: ['windows server'],
    below: [
      { name: 'Capacity' },
      { name: 'Availability' },
      { name: 'Backup', skills: ['backup'] },
      { name: 'Certificates' },
    ],
  },
  {
    name: 'Software',
    team: 'desk',
    below: [
      { name: 'Office' },
      { name: 'Business system', skills: ['erp'] },
      { name: 'Installation' },
      { name: 'Licences' },
    ],
  },
  {
    name: 'Files',
    team: 'cloud',
    below: [{ name: 'SharePoint and OneDrive' }, { name: 'Restore' }, { name: 'Shared drive' }],
  },
  {
    name: 'Telephony',
    team: 'desk',
    skills: ['telephony'],
    below: [{ name: 'Handset' }, { name: 'Call flow' }, { name: 'Teams' }],
  },
  {
    name: 'Security',
    team: 'network',
    skills: ['security'],
    below: [{ name: 'Phishing' }, { name: 'Malware' }, { name: 'Suspicious sign-in' }],
  },
  { name: 'Question', team: 'desk', below: [{ name: 'How to' }, { name: 'Billing' }] },
];
