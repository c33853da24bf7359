import { flagOf, type Loose, textOf } from '#server/connectors/core/index.ts';
import type { Rows } from './rows.ts';

/** NinjaOne's classes of devices; null where one says nothing of what it is. */
const CLASSES: Readonly<Record<string, string | null>> = {
  WINDOWS_SERVER: 'server',
  WINDOWS_WORKSTATION: 'workstation',
  LINUX_WORKSTATION: 'workstation',
  LINUX_SERVER: 'server',
  MAC: 'workstation',
  MAC_SERVER: 'server',
  ANDROID: 'mobile',
  APPLE_IOS: 'mobile',
  APPLE_IPADOS: 'mobile',
  VMWARE_VM_HOST: 'virtual_host',
  VMWARE_VM_GUEST: 'virtual_machine',
  HYPERV_VMM_HOST: 'virtual_host',
  HYPERV_VMM_GUEST: 'virtual_machine',
  CLOUD_MONITOR_TARGET: 'service',
  NMS_SWITCH: 'switch',
  NMS_ROUTER: 'router',
  NMS_FIREWALL: 'firewall',
  NMS_PRIVATE_NETWORK_GATEWAY: 'network_device',
  NMS_PRINTER: 'printer',
  NMS_SCANNER: 'hardware',
  NMS_DIAL_MANAGER: 'network_device',
  NMS_WAP: 'access_point',
  NMS_IPSLA: 'network_device',
  NMS_COMPUTER: 'computer',
  NMS_VM_HOST: 'virtual_host',
  NMS_APPLIANCE: 'hardware',
  NMS_OTHER: 'hardware',
  NMS_SERVER: 'server',
  NMS_PHONE: 'phone',
  NMS_VIRTUAL_MACHINE: 'virtual_machine',
  NMS_NETWORK_MANAGEMENT_AGENT: 'computer',
  UNMANAGED_DEVICE: null,
  MANAGED_DEVICE: null,
};

/** The class of a device; what kind of case it has and its model tell laptops from other workstations. */
export function classOf(device: Loose, system: Rows['system'], note: (what: string) => void): string | null {
  const nodeClass = textOf(device['nodeClass']);
  if (nodeClass === null) return null;
  const known = Object.hasOwn(CLASSES, nodeClass) ? CLASSES[nodeClass] : undefined;
  if (known === undefined) note(`Unknown class of device: ${nodeClass}`);
  const isLaptop =
    /laptop|notebook|portable|convertible|detachable/i.test(textOf(system.chassisType) ?? '') ||
    /macbook/i.test(textOf(system.model) ?? '');
  if (known === 'workstation' && isLaptop) return 'laptop';
  return known === 'workstation' && flagOf(system.virtualMachine) === true ? 'virtual_machine' : (known ?? null);
}
