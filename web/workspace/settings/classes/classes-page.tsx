import { useGet } from '#web/api/use.ts';
import { useCan, useMe } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { asTree } from '../lists/tree.ts';
import { ClassForm } from './class-form.tsx';

/** The tree of classes: what kinds of items there are, and what is kept of each. */
export default function ClassesPage() {
  const can = useCan();
  const { allClients } = useMe();
  const { data, error, refetch } = useGet('GET /item-classes', {});
  const all = data?.items;
  return (
    <RecordList
      title="Classes of items"
      one="class"
      help="Kinds of what clients have. An item has the attributes of its class and of every class above it."
      empty="Without classes, no item can be kept."
      size={720}
      lines={
        all &&
        asTree(all.map((one) => ({ ...one, id: one.key, parentId: one.parentKey, path: one.name }))).map(
          ({ node, depth }) => ({
            record: node,
            id: node.key,
            name: node.name,
            words: node.attributes.map(({ name }) => name).join(' '),
            active: node.active,
            depth,
            note: node.attributes.map(({ name }) => name).join(', '),
          }),
        )
      }
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage') && allClients}
      form={(one, onClose) => <ClassForm one={one} all={all ?? []} onClose={onClose} />}
    />
  );
}
