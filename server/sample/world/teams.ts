import type { StaffKey } from './staff.ts';

export const TEAM_KEYS = ['desk', 'night', 'field', 'cloud', 'network', 'major'] as const;
export type TeamKey = (typeof TEAM_KEYS)[number];

export type TeamSpec = {
  key: TeamKey;
  name: string;
  description: string;
  strategy: 'manual' | 'round_robin' | 'load_balanced' | 'by_skill';
  escalatesTo: TeamKey | null;
  /** The first leads. */
  members: readonly StaffKey[];
};

/** Six teams, the ones that others escalate to first. */
export const TEAMS: readonly TeamSpec[] = [
  {
    key: 'major',
    name: 'Major Incidents',
    description:
      'Called together when many people stand still. Priya leads by day, whoever is on call by night; one engineer works, one writes to the client.',
    strategy: 'manual',
    escalatesTo: null,
    members: ['priya', 'hamish', 'ngaire', 'aoife', 'marcus'],
  },
  {
    key: 'network',
    name: 'Network & Security',
    description: 'Firewalls, switches, Wi-Fi, VPN, carriers, and everything that smells of phishing.',
    strategy: 'manual',
    escalatesTo: 'major',
    members: ['ngaire', 'marcus'],
  },
  {
    key: 'cloud',
    name: 'Cloud & Servers',
    description: 'Microsoft 365, Azure, servers, backups and line-of-business systems.',
    strategy: 'manual',
    escalatesTo: 'major',
    members: ['hamish', 'luca'],
  },
  {
    key: 'desk',
    name: 'Service Desk',
    description: 'First to answer, Monday to Friday, Sydney hours. Most tickets begin and end here.',
    strategy: 'round_robin',
    escalatesTo: 'cloud',
    members: ['sofia', 'tom', 'meilin'],
  },
  {
    key: 'night',
    name: 'After Hours',
    description: 'Dublin and Vancouver: clients abroad, clients open around the clock, and the on-call phone.',
    strategy: 'load_balanced',
    escalatesTo: 'cloud',
    members: ['aoife', 'marcus'],
  },
  {
    key: 'field',
    name: 'Field Services',
    description: 'Hands on site: cabling, printers, desks and racks.',
    strategy: 'by_skill',
    escalatesTo: 'network',
    members: ['jack', 'tom'],
  },
];
