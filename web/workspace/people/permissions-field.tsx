import { Checkbox } from '@mantine/core';
import { PERMISSIONS, type Permission } from '#shared/permissions.ts';
import { permissionAreas } from './permission-areas.ts';
import './people.css';

type Props = {
  offered: readonly Permission[];
  value: readonly Permission[];
  error?: string | undefined;
  onChange(next: Permission[]): void;
};

/** Permissions to tick, by what they are about. Those one does not have oneself are not offered. */
export function PermissionsField({ offered, value, error, onChange }: Props) {
  const toggle = (permission: Permission) =>
    onChange(value.includes(permission) ? value.filter((one) => one !== permission) : [...value, permission]);
  return (
    <>
      {permissionAreas(offered).map(({ area, permissions }) => (
        <fieldset className="f-permissions" key={area}>
          <legend>{area}</legend>
          {permissions.map((permission) => (
            <Checkbox
              key={permission}
              label={PERMISSIONS[permission]}
              checked={value.includes(permission)}
              onChange={() => toggle(permission)}
              {...(error ? { 'aria-invalid': true } : {})}
            />
          ))}
        </fieldset>
      ))}
      {error && (
        <p className="f-form-fault" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
