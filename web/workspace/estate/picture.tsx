import { useNavigate } from '@tanstack/react-router';
import { Background, Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import type { Impact } from '#shared/estate.ts';
import { Online } from './columns.tsx';
import '@xyflow/react/dist/style.css';

type Item = Impact['start'];
type ItemNode = Node<{ item: Item }, 'item'>;
const WIDE = 230;
const HIGH = 76;

/** Rows by distance, each row in the order in which its items were found. */
function placed(items: readonly Item[]): ItemNode[] {
  const rows = Map.groupBy(items, ({ depth }) => depth);
  return [...rows].flatMap(([depth, row]) =>
    row.map((item, at) => ({
      id: item.id,
      type: 'item' as const,
      data: { item },
      position: { x: (at - (row.length - 1) / 2) * WIDE, y: depth * HIGH * 1.6 },
      draggable: true,
      ariaLabel: `${item.name}, ${item.className}`,
    })),
  );
}

function Shape({ data: { item } }: NodeProps<ItemNode>) {
  return (
    <div className="f-node" data-start={item.depth === 0}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <bdi className="f-cut">{item.name}</bdi>
      <span className="f-dim">
        {item.className} <Online online={item.online} />
      </span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}
const TYPES = { item: Shape };

/** Items and their relations as a picture: rows by how many steps away they are. Enter on an item opens it. */
export default function Picture({ items, relations }: { items: readonly Item[]; relations: Impact['relations'] }) {
  const navigate = useNavigate();
  const shown = new Set(items.map(({ id }) => id));
  const edges: Edge[] = relations
    .filter(({ fromId, toId }) => shown.has(fromId) && shown.has(toId))
    .map(({ fromId, toId, kind, words }) => ({
      id: `${fromId} ${kind} ${toId}`,
      source: fromId,
      target: toId,
      label: words,
    }));
  return (
    <section className="f-picture" aria-label="Picture of what hangs together">
      <ReactFlow
        nodes={placed(items)}
        edges={edges}
        nodeTypes={TYPES}
        fitView
        fitViewOptions={{ maxZoom: 1 }}
        minZoom={0.1}
        nodesConnectable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(_, { id }) => void navigate({ to: '/estate/$id', params: { id } })}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}
