import type { TeamKey } from './teams.ts';

type ServiceSpec = {
  name: string;
  description: string;
  team: TeamKey | null;
  /** All clients have it; else by choice of the client. */
  everyone: boolean;
  /** It is agreed to be there around the clock; else in service hours. */
  always?: true;
  /** Percent of the agreed hours that are promised. */
  target?: number;
};

/** What clients consume, and who looks after it. */
export const SERVICES: readonly ServiceSpec[] = [
  {
    name: 'Managed desktop',
    description: 'Laptops and desktops: patched, protected, supported.',
    team: 'desk',
    everyone: true,
    target: 99,
  },
  {
    name: 'E-mail and calendar',
    description: 'Exchange Online, Outlook, shared mailboxes and rooms.',
    team: 'desk',
    everyone: true,
    always: true,
    target: 99.9,
  },
  {
    name: 'Identity and access',
    description: 'Accounts, passwords, multi-factor sign-in, permissions.',
    team: 'desk',
    everyone: true,
    always: true,
    target: 99.9,
  },
  { name: 'Printing', description: 'Printers and scanners, on site and shared.', team: 'desk', everyone: true },
  {
    name: 'Network and Wi-Fi',
    description: 'Internet links, firewalls, switches, wireless.',
    team: 'network',
    everyone: true,
    target: 99.5,
  },
  { name: 'Remote access', description: 'VPN and remote desktops.', team: 'network', everyone: false, target: 99 },
  { name: 'File storage', description: 'SharePoint, OneDrive and file servers.', team: 'cloud', everyone: false },
  { name: 'Servers and hosting', description: 'Servers on site and in Azure.', team: 'cloud', everyone: false },
  { name: 'Backup', description: 'Nightly backups with a monthly test restore.', team: 'cloud', everyone: false },
  { name: 'Telephony', description: 'Cloud phones, Teams calling, hunt groups.', team: 'desk', everyone: false },
  {
    name: 'Line-of-business application',
    description: 'First help with the client’s own system, and the way to its vendor.',
    team: 'desk',
    everyone: false,
  },
  {
    name: 'Security monitoring',
    description: 'Endpoint detection, mail filtering, phishing reports.',
    team: 'network',
    everyone: false,
  },
];
