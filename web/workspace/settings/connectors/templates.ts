const DATTO = (event: 'raised' | 'resolved') =>
  JSON.stringify(
    {
      event,
      alert_uid: '[alert_uid]',
      priority: '[alert_priority]',
      category: '[alert_category]',
      type: '[alert_type]',
      message: '[alert_message_en]',
      device_uid: '[device_uid]',
      device_hostname: '[device_hostname]',
      site_uid: '[site_uid]',
      site_name: '[site_name]',
      last_user: '[last_user]',
      platform: '[platform]',
    },
    null,
    2,
  );

export type Template = { title: string; text: string };

/** What a person pastes at the system, besides the address. */
export function templatesFor(provider: string, url: string): readonly Template[] {
  if (provider === 'datto-rmm')
    return [
      { title: 'Body when an alert is raised', text: DATTO('raised') },
      { title: 'Body when it is resolved', text: DATTO('resolved') },
    ];
  if (provider === 'alertmanager')
    return [
      {
        title: 'Receiver in alertmanager.yml',
        text: `receivers:\n  - name: fettle\n    webhook_configs:\n      - url: '${url}'\n        send_resolved: true`,
      },
    ];
  if (provider === 'icinga') return [{ title: 'In the configuration of the script', text: `FETTLE_URL='${url}'` }];
  return [];
}
