import { alertBackup } from './alert-backup.ts';
import { alertDisk } from './alert-disk.ts';
import { alertOffline } from './alert-offline.ts';
import { alertSecurity } from './alert-security.ts';
import { businessSystem } from './business-system.ts';
import { callFlow } from './call-flow.ts';
import { care } from './care.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { howTo } from './how-to.ts';
import { internet } from './internet.ts';
import { laptop } from './laptop.ts';
import { leaver } from './leaver.ts';
import { mailDelivery } from './mail-delivery.ts';
import { meetingRoom } from './meeting-room.ts';
import { mfa } from './mfa.ts';
import { mobile, mobileOrder } from './mobile.ts';
import { newStarter } from './new-starter.ts';
import { office } from './office.ts';
import { onedrive } from './onedrive.ts';
import { orders } from './orders.ts';
import { outlook } from './outlook.ts';
import { password } from './password.ts';
import { permissions } from './permissions.ts';
import { phishing } from './phishing.ts';
import { phones } from './phones.ts';
import { printing } from './printing.ts';
import { restore } from './restore.ts';
import { screens } from './screens.ts';
import { sharedDrive } from './shared-drive.ts';
import { software } from './software.ts';
import { tills } from './tills.ts';
import type { Scenario } from './types.ts';
import { vpn } from './vpn.ts';
import { wifi } from './wifi.ts';

/** Everything that happens at the clients of Harbour IT. */
export const SCENARIOS: readonly Scenario[] = [
  alertBackup,
  alertDisk,
  alertOffline,
  alertSecurity,
  businessSystem,
  callFlow,
  care,
  french,
  german,
  howTo,
  internet,
  laptop,
  leaver,
  mailDelivery,
  meetingRoom,
  mfa,
  mobile,
  mobileOrder,
  newStarter,
  office,
  onedrive,
  orders,
  outlook,
  password,
  permissions,
  phishing,
  phones,
  printing,
  restore,
  screens,
  sharedDrive,
  software,
  tills,
  vpn,
  wifi,
];
