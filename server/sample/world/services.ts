import type { TeamKey } from './teams.ts';

/** What clients consume, and who looks after it. `everyone` have it; the others by choice of the client. */
export const SERVICES: readonly { name: string; description: string; team: TeamKey | null; everyone: boolean }[] = [
  {
    name: 'Managed desktop',
    description: 'Laptops and desktops: patched, protected, supported.',
    team: 'desk',
    everyone: true,
  },
  {
    name: 'E-mail and calendar',
    description: 'Exchange Online, Outlook, shared mailboxes and rooms.',
    team: 'desk',
    everyone: true,
  },
  {
    name: 'Identity and access',
    description: 'Accounts, passwords, multi-factor sign-in, permissions.',
    team: 'desk',
    everyone: true,
  },
  { name: 'Printing', description: 'Printers and scanners, on site and shared.', team: 'desk', everyone: true },
  {
    name: 'Network and Wi-Fi',
    description: 'Internet links, firewalls, switches, wireless.',
    team: 'network',
    everyone: true,
  },
  { name: 'Remote access', description: 'VPN and remote desktops.', team: 'network', everyone: false },
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
