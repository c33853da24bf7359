import { type Loose, looseOf, textOf } from '#server/connectors/core/index.ts';

/** The first that fits says the class; of a device, its category and type. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/esxi|hyper-?v host|virtual host/i, 'virtual_host'],
  [/server/i, 'server'],
  [/laptop|notebook|portable/i, 'laptop'],
  [/desktop|workstation|tower|all in one/i, 'workstation'],
  [/tablet|smartphone|mobile/i, 'mobile'],
  [/printer/i, 'printer'],
  [/firewall/i, 'firewall'],
  [/router/i, 'router'],
  [/switch/i, 'switch'],
  [/access point|wireless|wap\b/i, 'access_point'],
  [/\bnas\b|\bsan\b|storage/i, 'storage'],
  [/\bups\b|power/i, 'ups'],
  [/phone|voip/i, 'phone'],
  [/network|rmmnetworkdevice/i, 'network_device'],
];

const DEVICE_CLASSES: Readonly<Record<string, string | null>> = {
  device: null,
  unknown: null,
  rmmnetworkdevice: 'network_device',
  printer: 'printer',
  esxihost: 'virtual_host',
};

/** The class of a device: by Datto's own class where that says enough, else by its category and type. Null where neither does. */
export function classOf(device: Loose, note: (what: string) => void): string | null {
  const deviceClass = textOf(device['deviceClass']);
  const told = deviceClass === null ? null : DEVICE_CLASSES[deviceClass.toLowerCase()];
  if (told === undefined) note(`Unknown class of device: ${deviceClass}`);
  if (told === 'printer' || told === 'virtual_host') return told;
  const { category, type } = looseOf(device['deviceType']);
  const words = [textOf(category), textOf(type)].filter((word) => word !== null);
  const found = words.map(classNamed).find((one) => one !== null) ?? null;
  if (found === null && words.length > 0) note(`Unknown type of device: ${words.join(', ')}`);
  // A switch is called "Network Device, Switch": the second word says more.
  if (found === 'network_device') return words.map(classNamed).find((one) => one !== null && one !== found) ?? found;
  return found ?? told ?? null;
}

const classNamed = (words: string): string | null => CLASSES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
