import { expect, test } from 'vitest';
import { alertIn } from './alert.ts';
import { toldBy } from './told.ts';

test.each([
  [{ '@class': 'online_offline_status_ctx', status: 'OFFLINE' }, 'offline', 'Device is offline'],
  [{ '@class': 'x', status: 'OFFLINE' }, 'offline', 'Device is offline'],
  [
    { '@class': 'perf_disk_usage_ctx', diskName: 'C:', totalVolume: 238.1, freeSpace: 3.9 },
    'disk C:',
    'Disk C: is short of space (3.9 of 238.1 free)',
  ],
  [{ '@class': 'perf_disk_usage_ctx', diskName: null }, 'disk', 'Disk is short of space'],
  [{ '@class': 'perf_resource_usage_ctx', type: 'CPU', sample: 97 }, 'processor', 'Processor at 97'],
  [{ '@class': 'perf_resource_usage_ctx', type: 'SNMP_THROUGHPUT' }, 'snmp throughput', 'Snmp throughput'],
  [
    { '@class': 'eventlog_ctx', logName: 'System', source: 'Disk', code: '7', description: 'bad\nblock' },
    'Disk event 7',
    'Disk event 7: bad\nblock',
  ],
  [{ '@class': 'comp_script_ctx', samples: { Status: 'FAILED: 3' } }, 'script Status', 'Status: FAILED: 3'],
  [
    { '@class': 'antivirus_ctx', status: 'RUNNINGNOTUPTODATE', productName: 'Datto AV' },
    'antivirus',
    'Antivirus Datto AV is not up to date',
  ],
  [{ '@class': 'patch_ctx', patchUid: 'KB1', info: '0x8007' }, 'patch KB1', 'Patch failed: 0x8007'],
  [{ '@class': 'ransomware_ctx', affectedDirectories: ['C:\\U'] }, 'ransomware', 'Ransomware suspected: C:\\U'],
  [{ '@class': 'ransomware_ctx', affectedDirectories: null }, 'ransomware', 'Ransomware suspected'],
  [
    { '@class': '?', packageName: 'Zoom', actionType: 'VERSION_CHANGED', version: '6' },
    'software Zoom',
    'Zoom version changed 6',
  ],
  [{ '@class': '?', processName: 'Spooler', status: 'STOPPED' }, 'service Spooler', 'Spooler is stopped'],
  [{ '@class': '?', instanceName: 'gw', roundtripTime: 0, reasons: [] }, 'ping gw', 'gw does not answer'],
  [
    { '@class': '?', path: 'C:\\x', objectType: 'FILE', condition: 'ABOVE_THRESHOLD' },
    'path C:\\x',
    'C:\\x: above threshold',
  ],
  [{ '@class': '?', markerSupplyIndex: 'Black', currentLevel: 4 }, 'supply Black', 'Supply Black at 4'],
  [{ '@class': '?', ruleName: 'Fan', responseValue: '0' }, 'snmp Fan', 'Fan: 0'],
  [{ '@class': '?', displayName: 'Load', currentValue: '9' }, 'snmp Load', 'Load: 9'],
  [{ '@class': '?', degree: 81.5, type: 'CPU' }, 'temperature', 'Temperature at 81.5'],
  [{ '@class': '?', reason: 'Fan 2 stands still', type: 'FAN' }, 'fan', 'Fan 2 stands still'],
  [
    { '@class': '?', productName: 'Defender', alertType: 'NOT_UPTODATE' },
    'security Defender',
    'Defender: not uptodate',
  ],
  [{ '@class': '?', esAlertId: 'e1', description: 'Trojan' }, 'endpoint security', 'Trojan'],
  [{ '@class': '?', errorMessage: 'VSS failed', timeout: 0 }, 'backup', 'Backup: VSS failed'],
  [{ '@class': 'network_monitor_ctx', description: 'Port 3 down' }, 'network monitor', 'Network monitor: Port 3 down'],
  [{ '@class': 'wmi_ctx', value: 12 }, 'wmi', 'Wmi: 12'],
])('%j is told in words', (context, condition, title) => {
  const notes: string[] = [];
  expect(toldBy(context, (what) => void notes.push(what))).toEqual({ condition, title });
  expect(notes).toEqual([]);
});

test('what nothing is known of is noted', () => {
  const notes: string[] = [];
  const note = (what: string) => void notes.push(what);
  expect(toldBy({ '@class': 'colour_ctx', a: 1 }, note)).toEqual({ condition: 'colour', title: 'Colour' });
  expect(toldBy({}, note)).toEqual({ condition: 'alert', title: 'Alert' });
  expect(notes).toEqual(['Unknown class of alert: colour_ctx', 'Unknown class of alert: none']);
});

test('ransomware is critical whatever priority its monitor has; an alert without an id is none', () => {
  const reading = { now: Date.parse('2026-11-24T09:00:00Z'), note: () => undefined };
  const alert = { alertUid: 'a', priority: 'Low', alertContext: { '@class': 'ransomware_ctx' } };
  expect(alertIn(alert, reading)).toMatchObject({ severity: 1, kind: 'exception', device: null, site: null });
  expect(alertIn({ ...alert, alertUid: null }, reading)).toBeNull();
  expect(alertIn({ alertUid: 'b' }, reading)).toMatchObject({ severity: 3, state: 'raised', title: 'Alert' });
});
