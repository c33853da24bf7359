import type { Content } from '../message/content.ts';
import { textOf } from './values.ts';

const LAPTOP = /laptop|notebook|portable|convertible|detachable|tablet|hand held|docking/i;
const SERVER = /server|rack|blade|multi-system|enclosure/i;
const DESKTOP = /desktop|tower|all.in.one|mini pc|stick pc|pizza|space.saving|lunch box|sealed|workstation/i;
/** What runs machines inside of it, by the names that agents give; containers are none. */
const HYPERVISOR =
  /vmware|virtualbox|qemu|kvm|hyper-?v|virtual machine|xen|parallels|bhyve|proxmox|acropolis|amazon ec2/i;

/** The class of what is no computer. */
const OF_TYPE: Readonly<Record<string, string>> = {
  Networking: 'network_device',
  NetworkEquipment: 'network_device',
  Printer: 'printer',
  Storage: 'storage',
  Power: 'ups',
  Video: 'display',
};

/**
 * The key of the class of a device, out of its chassis, its system and what it runs; null where a part of an inventory does not tell.
 */
export function classOf(itemType: string, content: Content, partial: boolean): string | null {
  const [device] = content.get('NETWORK_DEVICE') ?? [];
  // A phone that an agent runs on is a mobile one; one that was found by its network is not.
  if (itemType === 'Phone') return device ? 'phone' : 'mobile';
  if (itemType !== 'Computer') {
    const type = textOf(device, 'TYPE') ?? '';
    return (
      [type, itemType].map((key) => (Object.hasOwn(OF_TYPE, key) ? OF_TYPE[key] : undefined)).find(Boolean) ??
      'hardware'
    );
  }
  return partial ? null : computerOf(content);
}

function computerOf(content: Content): string {
  const [hardware] = content.get('HARDWARE') ?? [];
  const [bios] = content.get('BIOS') ?? [];
  const [system] = content.get('OPERATINGSYSTEM') ?? [];
  const virtual = [textOf(hardware, 'VMSYSTEM'), textOf(bios, 'SMODEL')].some((text) => HYPERVISOR.test(text ?? ''));
  if (virtual) return 'virtual_machine';
  const chassis = textOf(hardware, 'CHASSIS_TYPE') ?? textOf(bios, 'TYPE') ?? '';
  const serves = SERVER.test(textOf(system, 'FULL_NAME', 'NAME') ?? textOf(hardware, 'OSNAME') ?? '');
  if (serves || SERVER.test(chassis)) return hostsMachines(content) ? 'virtual_host' : 'server';
  if (LAPTOP.test(chassis)) return 'laptop';
  return DESKTOP.test(chassis) ? 'workstation' : 'computer';
}

const hostsMachines = (content: Content): boolean =>
  (content.get('VIRTUALMACHINES') ?? []).some((one) => HYPERVISOR.test(textOf(one, 'VMTYPE', 'SUBSYSTEM') ?? ''));
