import { randomOf } from '../../../server/sample/random.ts';
import type { SimulatedDevice, Software } from './types.ts';

const PRODUCTS = [
  ['Google Chrome', 'Google LLC', '142.0.7444.60'],
  ['Microsoft Edge', 'Microsoft Corporation', '142.0.3595.53'],
  ['Mozilla Firefox (x64 en-GB)', 'Mozilla', '145.0'],
  ['Microsoft 365 Apps for business - en-us', 'Microsoft Corporation', '16.0.19328.20178'],
  ['Microsoft Teams', 'Microsoft Corporation', '25290.205.4069.4894'],
  ['Microsoft OneDrive', 'Microsoft Corporation', '25.199.1012.0002'],
  ['Microsoft Visual C++ 2015-2022 Redistributable (x64)', 'Microsoft Corporation', '14.44.35211'],
  ['Adobe Acrobat (64-bit)', 'Adobe', '25.001.20844'],
  ['7-Zip 25.01 (x64)', 'Igor Pavlov', '25.01'],
  ['Notepad++ (64-bit x64)', 'Notepad++ Team', '8.8.5'],
  ['VLC media player', 'VideoLAN', '3.0.21'],
  ['Zoom Workplace', 'Zoom Communications, Inc.', '6.5.7'],
  ['FortiClient VPN', 'Fortinet Technologies Inc', '7.4.3'],
  ['Dell Command | Update', 'Dell Inc.', '5.5.0'],
  ['Intel(R) Graphics Driver', 'Intel Corporation', '32.0.101.7026'],
  ['Realtek Audio Driver', 'Realtek Semiconductor Corp.', '6.0.9735.1'],
  ['Python 3.13.9 (64-bit)', 'Python Software Foundation', '3.13.9150.0'],
  ['Git', 'The Git Development Community', '2.51.2'],
  ['KeePass Password Safe', 'Dominik Reichl', '2.59'],
  ['Halyard ERP Client', 'Halyard Software', '11.4.2'],
  ['TillPoint POS', 'TillPoint', '4.9.0'],
  ['DentaPlan', 'DentaPlan Systems', '2026.2'],
  ['SQL Server 2022 Standard', 'Microsoft Corporation', '16.0.4215.2'],
  ['Veeam Agent for Microsoft Windows', 'Veeam Software Group GmbH', '6.3.2.1302'],
] as const;

/** What is installed on a device; worked out anew each time, so that twenty thousand devices stay small. */
export function softwareOf(device: SimulatedDevice): Software[] {
  if (device.os === null || device.os.family === 'hypervisor') return [];
  const random = randomOf(`software ${device.uid}`);
  return PRODUCTS.filter((_, index) => index < 8 || random.chance(0.4)).map(([name, publisher, version]) => ({
    name,
    version,
    publisher,
  }));
}
