import type { AgentSetup } from '#shared/inventory-agent.ts';

/** Below the installation's address; the key follows. */
export const DOOR = '/agent/inventory';

/**
 * How each agent is told to report to an address. The address holds a key of letters, digits, `-` and `_`, and is the installation's own
 * otherwise, so it needs no quoting beyond the quotes.
 */
export function setupsFor(url: string): AgentSetup[] {
  return [
    {
      agent: 'GLPI Agent',
      system: 'Windows',
      command: `msiexec /i GLPI-Agent-VERSION-x64.msi /quiet RUNNOW=1 SERVER="${url}"`,
    },
    {
      agent: 'FusionInventory Agent',
      system: 'Debian and Ubuntu',
      command: [
        'apt-get install -y fusioninventory-agent',
        `printf 'server = ${url}\\nno-category = process,environment\\nno-httpd = 1\\n' > /etc/fusioninventory/conf.d/fettle.cfg`,
        'systemctl enable fusioninventory-agent && systemctl restart fusioninventory-agent',
        'fusioninventory-agent --force',
      ].join('\n'),
    },
    {
      agent: 'OCS Inventory Agent',
      system: 'Debian and Ubuntu',
      command: [
        'apt-get install -y ocsinventory-agent',
        `printf 'server=${url}\\n' > /etc/ocsinventory/ocsinventory-agent.cfg`,
        'ocsinventory-agent',
      ].join('\n'),
    },
  ];
}
