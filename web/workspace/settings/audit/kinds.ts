/** What the trail can be narrowed to: words of the API's `type`, a noun for everything about it or a whole type. */
export const KINDS = [
  { value: 'tickets', label: 'Tickets', types: ['ticket', 'recurring_ticket', 'bulk_change'] },
  { value: 'clients', label: 'Clients and contacts', types: ['client', 'client_group', 'site', 'contact'] },
  { value: 'people', label: 'People, teams and roles', types: ['staff', 'team', 'role'] },
  {
    value: 'access',
    label: 'Signing in and keys',
    types: [
      'sign_in',
      'api_key',
      'identity_provider',
      'contact.signed_in',
      'contact.sign_in_link_made',
      'staff.identity_linked',
      'staff.identity_unlinked',
      'staff.passkey_added',
      'staff.passkey_removed',
      'staff.passkey_suspicious',
      'staff.password_changed',
      'staff.password_set',
      'staff.recovery_codes_renewed',
      'staff.second_factor_off',
      'staff.second_factor_on',
      'staff.sign_in_reset',
      'staff.signed_out',
    ],
  },
  {
    value: 'settings',
    label: 'Settings',
    types: ['setting', 'lifecycle', 'category', 'service', 'custom_field', 'installation'],
  },
  {
    value: 'library',
    label: 'Library and views',
    types: ['canned_reply', 'macro', 'checklist_template', 'ticket_template', 'view'],
  },
] as const;
