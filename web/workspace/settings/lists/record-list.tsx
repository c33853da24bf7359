import { Badge, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconSearch } from '#web/ui/icons.ts';
import { fits } from '#web/ui/picker/picker.tsx';
import { useCommands } from '../../palette/commands.ts';
import './record-list.css';

/** A list shorter than this is read faster than searched. */
const WORTH_SEARCHING = 10;

export type Line<T> = {
  record: T;
  id: string;
  name: string;
  note?: ReactNode;
  /** Marks beside the name. */
  marks?: ReactNode;
  /** Further words by which it is found. */
  words?: string;
  active?: boolean;
  /** What one that is not active is called; "Inactive" where it is not said. */
  inactive?: string;
  /** How deep in a tree, 0 at the top. */
  depth?: number;
  /** Whether this one may be changed, where that differs from one to the next. */
  editable?: boolean;
};

type Props<T> = {
  title: string;
  help: ReactNode;
  /** What one of them is called: "category". */
  one: string;
  lines: readonly Line<T>[] | undefined;
  error: unknown;
  onRetry(): void;
  mayEdit: boolean;
  /** Whether one can be made here; where one may edit, unless it is said. */
  mayAdd?: boolean;
  /** Why there should be one; shown where there is none. */
  empty: ReactNode;
  /** Width of the form; lists of steps need more of it. */
  size?: number;
  /** Further buttons of a line, before Edit. */
  actions?(record: T): ReactNode;
  form(record: T | null, onClose: () => void): ReactNode;
};

/** The list of one kind of record in the settings; each opens as a form, and so does a new one. */
export function RecordList<T>(props: Props<T>) {
  const {
    title,
    help,
    one,
    lines,
    error,
    onRetry,
    mayEdit,
    mayAdd = mayEdit,
    empty,
    size = 560,
    actions,
    form,
  } = props;
  const [open, setOpen] = useState<{ record: T | null } | null>(null);
  const [sought, setSought] = useState('');
  const close = () => setOpen(null);
  const begin = () => setOpen({ record: null });
  useCommands(mayAdd ? [{ label: `New ${one}`, group: 'Do', run: begin }] : []);
  const add = mayAdd && <Button onClick={begin}>New {one}</Button>;
  const found = lines?.filter(({ name, words = '' }) => fits(`${name} ${words}`, sought));
  return (
    <>
      <PageHead title={title} actions={add} narrow />
      <PageBody narrow>
        <p className="f-plain f-dim">{help}</p>
        {(lines?.length ?? 0) >= WORTH_SEARCHING && (
          <SearchField label={`Search ${title.toLowerCase()}`} text={sought} onChange={setSought} />
        )}
        {Boolean(error) && <ErrorState error={error} onRetry={onRetry} compact />}
        {!lines && !error && <SkeletonLines lines={6} />}
        {lines?.length === 0 && (
          <EmptyState title={`No ${title.toLowerCase()} yet`} action={add}>
            {empty}
          </EmptyState>
        )}
        {sought !== '' && found?.length === 0 && (
          <EmptyState icon={IconSearch} title="Nothing fits">
            Try fewer letters.
          </EmptyState>
        )}
        <ul className="f-records">
          {found?.map(
            ({ record, id, name, note, marks, active = true, inactive = 'Inactive', depth = 0, editable = true }) => (
              <li key={id} style={{ paddingInlineStart: depth * 20 }} data-inactive={!active || undefined}>
                <div>
                  <bdi>{name}</bdi>
                  {!active && <Badge color="gray">{inactive}</Badge>}
                  {marks}
                  {note && <div className="f-dim">{note}</div>}
                </div>
                <span className="f-record-actions">
                  {actions?.(record)}
                  {mayEdit && editable && (
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
                </span>
              </li>
            ),
          )}
        </ul>
      </PageBody>
      <Dialog
        title={open?.record ? `Edit the ${one}` : `New ${one}`}
        opened={open !== null}
        onClose={close}
        size={size}
      >
        {open && form(open.record, close)}
      </Dialog>
    </>
  );
}
