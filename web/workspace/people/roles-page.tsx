import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RoleView } from '#shared/identity.ts';
import { ALL_PERMISSIONS, PERMISSIONS } from '#shared/permissions.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconCheck } from '#web/ui/icons.ts';
import { useCan } from '../session/me.ts';
import { permissionAreas } from './permission-areas.ts';
import { RoleForm } from './role-form.tsx';
import { PeopleTabs } from './tabs.tsx';
import './people.css';

/** Who may do what: roles across, permissions down. Built-in roles stay as they are; your own can be changed. */
export default function RolesPage() {
  const can = useCan();
  const [open, setOpen] = useState<RoleView | 'new' | null>(null);
  const { data, error, refetch } = useGet('GET /roles', {});
  const mayEdit = can('role.manage');
  const edit = (role: RoleView) => (mayEdit && !role.builtIn ? () => setOpen(role) : null);
  return (
    <>
      <PageHead title="People" actions={mayEdit && <Button onClick={() => setOpen('new')}>New role</Button>}>
        <PeopleTabs />
      </PageHead>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <PageBody>
        {!data && !error && <SkeletonLines lines={10} />}
        {data && (
          <Section
            title="Roles and what they may do"
            help="Built-in roles stay as they are. Make one of your own where none fits; a person may have several."
          >
            <Sideways label="Permissions by role">
              <Grid roles={data.items} edit={edit} />
            </Sideways>
          </Section>
        )}
      </PageBody>
      <Dialog
        title={open === 'new' ? 'New role' : 'Edit the role'}
        opened={open !== null}
        onClose={() => setOpen(null)}
      >
        {open && (
          <RoleForm role={open === 'new' ? null : open} roles={data?.items ?? []} onClose={() => setOpen(null)} />
        )}
      </Dialog>
    </>
  );
}

type GridProps = { roles: readonly RoleView[]; edit(role: RoleView): (() => void) | null };

function Grid({ roles, edit }: GridProps) {
  return (
    <table className="f-rights">
      <thead>
        <tr>
          <td />
          {roles.map((role) => {
            const onEdit = edit(role);
            return (
              <th key={role.key} scope="col" data-tip={role.description}>
                {onEdit ? (
                  <Button variant="light" size="compact-sm" onClick={onEdit} aria-label={`Edit ${role.name}`}>
                    {role.name}
                  </Button>
                ) : (
                  role.name
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      {permissionAreas(ALL_PERMISSIONS).map(({ area, permissions }) => (
        <tbody key={area}>
          <tr>
            <th scope="rowgroup" colSpan={roles.length + 1}>
              {area}
            </th>
          </tr>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th scope="row">{PERMISSIONS[permission]}</th>
              {roles.map((role) => (
                <td key={role.key}>
                  <Mark has={role.permissions.includes(permission)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Mark({ has }: { has: boolean }) {
  return has ? (
    <>
      <IconCheck size={16} className="f-rights-yes" aria-hidden="true" />
      <span className="f-hidden">yes</span>
    </>
  ) : (
    <span className="f-hidden">no</span>
  );
}
