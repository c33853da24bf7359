/** The first that fits says the class. Both a switch and a router may be called "Switch/Router". */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(esx|hyper-?v|vmware|xen)/i, 'virtual_host'],
  [/^servers?\b/i, 'server'],
  [/^laptops?\b/i, 'laptop'],
  [/^workstations?\b/i, 'workstation'],
  [/switch.*router|router.*switch/i, 'network_device'],
  [/switch/i, 'switch'],
  [/firewall/i, 'firewall'],
  [/router/i, 'router'],
  [/wireless|access point/i, 'access_point'],
  [/printer/i, 'printer'],
  [/storage|\bnas\b|\bsan\b/i, 'storage'],
  [/\bups\b|power/i, 'ups'],
  [/mobile|phone|tablet/i, 'mobile'],
];

/** The class that N-central's name of a class stands for (`Servers - Windows`); null for what stands for none. */
export function classOf(name: string): string | null {
  return CLASSES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
