import { Badge, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import './record-list.css';

export type Line<T> = {
  record: T;
  id: string;
  name: string;
  note?: ReactNode;
  active?: boolean;
  /** How deep in a tree, 0 at the top. */
  depth?: number;
};

type Props<T> = {
  title: string;
  help: string;
  /** What one of them is called: "category". */
  one: string;
  lines: readonly Line<T>[] | undefined;
  error: unknown;
  onRetry(): void;
  mayEdit: boolean;
  /** Why there should be one; shown where there is none. */
  empty: string;
  form(record: T | null, onClose: () => void): ReactNode;
};

/** The list of one kind of record in the settings; each opens as a form, and so does a new one. */
export function RecordList<T>({ title, help, one, lines, error, onRetry, mayEdit, empty, form }: Props<T>) {
  const [open, setOpen] = useState<{ record: T | null } | null>(null);
  const close = () => setOpen(null);
  const add = mayEdit && <Button onClick={() => setOpen({ record: null })}>New {one}</Button>;
  return (
    <>
      <PageHead title={title} actions={add} />
      <PageBody narrow>
        <p className="f-plain f-dim">{help}</p>
        {Boolean(error) && <ErrorState error={error} onRetry={onRetry} compact />}
        {!lines && !error && <SkeletonLines lines={6} />}
        {lines?.length === 0 && (
          <EmptyState title={`No ${title.toLowerCase()} yet`} action={add}>
            {empty}
          </EmptyState>
        )}
        <ul className="f-records">
          {lines?.map(({ record, id, name, note, active = true, depth = 0 }) => (
            <li key={id} style={{ paddingInlineStart: depth * 22 }} data-inactive={!active || undefined}>
              <div>
                <bdi>{name}</bdi>
                {!active && <Badge color="gray">Inactive</Badge>}
                {note && <div className="f-dim">{note}</div>}
              </div>
              {mayEdit && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`Edit ${name}`}
                  onClick={() => setOpen({ record })}
                >
                  Edit
                </Button>
              )}
            </li>
          ))}
        </ul>
      </PageBody>
      <Dialog title={open?.record ? `Edit the ${one}` : `New ${one}`} opened={open !== null} onClose={close}>
        {open && form(open.record, close)}
      </Dialog>
    </>
  );
}
