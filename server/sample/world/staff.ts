import { weekdays } from '#kernel/calendar.ts';

/** A person of Harbour IT: how they work, and how they write. */
export type StaffSpec = {
  key: string;
  name: string;
  title: string;
  role: 'manager' | 'dispatcher' | 'technician' | 'finance';
  timeZone: string;
  hours: readonly [from: string, to: string];
  skills: readonly string[];
  capacity: number;
  /** Codes of the only clients they work for; all where absent. */
  clients?: readonly string[];
  /** Days before the sample's end on which they go away and come back; negative lies ahead. */
  leave?: { from: number; to: number; note: string };
  greeting: string;
  signature: string;
};

/** Harbour IT's twelve. Whoever sets the installation up joins them as its owner. */
export const STAFF: readonly StaffSpec[] = [
  {
    key: 'dana',
    name: 'Dana Whitlock',
    title: 'Service desk coordinator',
    role: 'dispatcher',
    timeZone: 'Australia/Sydney',
    hours: ['07:30', '16:30'],
    skills: ['triage'],
    capacity: 15,
    greeting: 'Hi {first},',
    signature: 'Dana\nService desk, Harbour IT',
  },
  {
    key: 'priya',
    name: 'Priya Raman',
    title: 'Service delivery manager',
    role: 'manager',
    timeZone: 'Australia/Sydney',
    hours: ['08:30', '17:30'],
    skills: ['major incident', 'reporting'],
    capacity: 10,
    greeting: 'Dear {first},',
    signature: 'Priya Raman\nService delivery manager, Harbour IT',
  },
  {
    key: 'tom',
    name: 'Tom Okafor',
    title: 'Service desk technician',
    role: 'technician',
    timeZone: 'Australia/Sydney',
    hours: ['08:00', '17:00'],
    skills: ['windows', 'm365', 'printing'],
    capacity: 24,
    greeting: 'Hi {first},',
    signature: 'Cheers,\nTom',
  },
  {
    key: 'meilin',
    name: 'Mei Lin Chua',
    title: 'Service desk technician',
    role: 'technician',
    timeZone: 'Australia/Sydney',
    hours: ['09:00', '18:00'],
    skills: ['windows', 'm365', 'macos', 'mandarin'],
    capacity: 24,
    greeting: 'Hello {first},',
    signature: 'Kind regards,\nMei Lin',
  },
  {
    key: 'sofia',
    name: 'Sofia Marino',
    title: 'Senior service desk technician',
    role: 'technician',
    timeZone: 'Australia/Melbourne',
    hours: ['08:00', '17:00'],
    skills: ['windows', 'm365', 'erp', 'telephony'],
    capacity: 22,
    greeting: 'Hi {first},',
    signature: 'Thanks,\nSofia Marino\nHarbour IT',
  },
  {
    key: 'luca',
    name: 'Luca Weber',
    title: 'Systems engineer',
    role: 'technician',
    timeZone: 'Australia/Melbourne',
    hours: ['08:30', '17:30'],
    skills: ['windows server', 'm365', 'backup', 'erp', 'german', 'french'],
    capacity: 18,
    greeting: 'Hello {first},',
    signature: 'Best regards,\nLuca Weber',
  },
  {
    key: 'hamish',
    name: 'Hamish Tait',
    title: 'Cloud and server lead',
    role: 'technician',
    timeZone: 'Pacific/Auckland',
    hours: ['08:30', '17:30'],
    skills: ['windows server', 'azure', 'backup', 'm365', 'vmware'],
    capacity: 16,
    greeting: 'Hi {first},',
    signature: 'Hamish Tait\nHarbour IT, Auckland',
  },
  {
    key: 'ngaire',
    name: 'Ngaire Parata',
    title: 'Network and security lead',
    role: 'technician',
    timeZone: 'Pacific/Auckland',
    hours: ['08:00', '17:00'],
    skills: ['network', 'firewall', 'wifi', 'vpn', 'security'],
    capacity: 16,
    leave: { from: 47, to: 37, note: 'Annual leave' },
    greeting: 'Kia ora {first},',
    signature: 'Ngaire Parata\nNetwork and security, Harbour IT',
  },
  {
    key: 'jack',
    name: 'Jack Doyle',
    title: 'Field technician, Western Australia',
    role: 'technician',
    timeZone: 'Australia/Perth',
    hours: ['07:30', '16:00'],
    skills: ['onsite', 'hardware', 'printing', 'cabling'],
    capacity: 12,
    clients: ['SALT', 'WATTLE', 'PINE'],
    greeting: 'G’day {first},',
    signature: 'Jack',
  },
  {
    key: 'aoife',
    name: 'Aoife Gallagher',
    title: 'After-hours engineer',
    role: 'technician',
    timeZone: 'Europe/Dublin',
    hours: ['08:00', '17:00'],
    skills: ['windows', 'm365', 'network', 'windows server'],
    capacity: 20,
    leave: { from: -9, to: -19, note: 'Christmas at home' },
    greeting: 'Hi {first},',
    signature: 'Thanks a million,\nAoife',
  },
  {
    key: 'marcus',
    name: 'Marcus Reyes',
    title: 'After-hours engineer',
    role: 'technician',
    timeZone: 'America/Vancouver',
    hours: ['08:00', '17:00'],
    skills: ['windows', 'm365', 'network', 'backup', 'telephony'],
    capacity: 20,
    greeting: 'Hi {first},',
    signature: 'Best,\nMarcus',
  },
  {
    key: 'ruth',
    name: 'Ruth Abara',
    title: 'Accounts',
    role: 'finance',
    timeZone: 'Australia/Sydney',
    hours: ['09:00', '15:00'],
    skills: [],
    capacity: 5,
    leave: { from: 3, to: -4, note: 'Long weekend in Orange' },
    greeting: 'Hello {first},',
    signature: 'Ruth Abara\nAccounts, Harbour IT',
  },
];

export type StaffKey = string;

/** Addresses that nobody owns: no message can leave for them. */
export const staffMail = (key: StaffKey): string => `${key}@harbourit.example`;

export const staffByKey = (key: StaffKey): StaffSpec => {
  const found = STAFF.find((person) => person.key === key);
  if (!found) throw new Error(`Nobody at Harbour IT is called ${key}`);
  return found;
};

export const staffWeek = ({ hours }: StaffSpec) => weekdays(...hours);
