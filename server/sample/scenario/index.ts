import { alertBackup } from './alert-backup.ts';
import { alertDisk } from './alert-disk.ts';
import { alertOffline } from './alert-offline.ts';
import { alertSecurity } from './alert-security.ts';
import { businessSystem } from './business-system.ts';
import { laptop } from './laptop.ts';
import { leaver } from './leaver.ts';
import { mailDelivery } from './mail-delivery.ts';
import { mfa } from './mfa.ts';
import { newStarter } from './new-starter.ts';
import { outlook } from './outlook.ts';
import { password } from './password.ts';
import { permissions } from './permissions.ts';
import { printing } from './printing.ts';
import { restore } from './restore.ts';
import { screens } from './screens.ts';
import { software } from './software.ts';
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
  laptop,
  leaver,
  mailDelivery,
  mfa,
  newStarter,
  outlook,
  password,
  permissions,
  printing,
  restore,
  screens,
  software,
  vpn,
  wifi,
];
