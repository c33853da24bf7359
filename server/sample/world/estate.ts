import { randomOf } from '../random.ts';
import type { ClientSpec, Industry } from './client-spec.ts';

/** The machines of a client that its tickets keep coming back to. */
export type Estate = {
  printer: string;
  otherPrinter: string;
  server: string;
  fileServer: string;
  firewall: string;
  nas: string;
  ssid: string;
  meetingRoom: string;
  vpn: string;
};

const PRINTERS = [
  'Ricoh IM C3000',
  'Kyocera TASKalfa 2554ci',
  'HP LaserJet M507',
  'Canon iR-ADV C3826',
  'Brother MFC-L8900',
  'Lexmark CX725',
];
const PLACES: Partial<Record<Industry, readonly string[]>> = {
  manufacturing: ['shop floor', 'drawing office', 'goods-in'],
  legal: ['level 19 print room', 'reception', 'conveyancing'],
  dental: ['reception', 'sterilisation corridor'],
  logistics: ['gatehouse', 'dispatch desk', 'dock 4'],
  care: ['nurses’ station', 'front office'],
  school: ['staff room', 'front office', 'library'],
  hotel: ['front desk', 'back office', 'events office'],
  retail: ['back office', 'stockroom'],
  health: ['reception', 'treatment corridor'],
};
const ROOMS = ['the board room', 'the Wattle room', 'meeting room 2', 'the training room', 'the glass room'];

export function estateOf({ code, industry }: ClientSpec): Estate {
  const random = randomOf(`estate ${code}`);
  const places = random.shuffle(PLACES[industry] ?? ['reception', 'back office', 'upstairs corridor']);
  const printers = random.shuffle(PRINTERS);
  return {
    printer: `${printers[0]} in the ${places[0]}`,
    otherPrinter: `${printers[1]} in the ${places[1]}`,
    server: `${code}-DC01`,
    fileServer: `${code}-FS01`,
    firewall: `${code}-FW01`,
    nas: `${code}-NAS01`,
    ssid: `${code.charAt(0)}${code.slice(1).toLowerCase()}-Staff`,
    meetingRoom: random.pick(ROOMS),
    vpn: random.pick(['FortiClient', 'GlobalProtect', 'WireGuard']),
  };
}

/** The computer of the contact at a place in the client's list. */
export const computerOf = (code: string, index: number): string =>
  `${code}-${index % 4 === 3 ? 'PC' : 'LT'}${String(11 + index * 3).padStart(3, '0')}`;

const CLASSES: Readonly<Record<string, string>> = {
  ...{ LT: 'laptop', PC: 'workstation', DC: 'server', FS: 'server' },
  ...{ FW: 'firewall', SW: 'switch', AP: 'access_point', NAS: 'storage' },
};

/** What a device is, by the letters of its name after the client's code. */
export const classOf = (name: string): string => CLASSES[/-([A-Z]+)\d+$/.exec(name)?.[1] ?? ''] ?? 'hardware';
