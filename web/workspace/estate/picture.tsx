import { useComputedColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import {
  Background,
  Controls,
  type Edge,
  type FitViewOptions,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import type { Impact } from '#shared/estate-relations.ts';
import { Online } from './columns.tsx';
import { type Place, placesOf } from './layout.ts';
import '@xyflow/react/dist/style.css';

type Item = Impact['start'];
type ItemNode = Node<{ item: Item }, 'item'>;

const nodesOf = (places: readonly Place[]): ItemNode[] =>
  places.map(({ item, x, y }) => ({
    id: item.id,
    type: 'item' as const,
    data: { item },
    position: { x, y },
    draggable: true,
    ariaLabel: `${item.name}, ${item.className}`,
  }));

/**
 * Lines run from the nearer to the farther item, round the side where others stand between; the arrow is where its words lead to. Where a level
 * has several rows, the words stand above the first: below it they would lie across the boxes.
 */
function edgesOf(places: readonly Place[], relations: Impact['relations']): Edge[] {
  const placeOf = new Map(places.map((place) => [place.item.id, place]));
  const arrow = { type: MarkerType.ArrowClosed, width: 18, height: 18 };
  return relations.flatMap(({ fromId, toId, kind, words }) => {
    const [from, to] = [placeOf.get(fromId), placeOf.get(toId)];
    if (!from || !to) return [];
    const down = from.item.depth <= to.item.depth;
    const isNext = Math.abs(from.item.depth - to.item.depth) === 1;
    const { row } = down ? to : from;
    return {
      id: `${fromId} ${kind} ${toId}`,
      ...(row === 0 || !isNext ? { label: words } : {}),
      ...(down ? { source: fromId, target: toId } : { source: toId, target: fromId }),
      ...(isNext ? { sourceHandle: 'below', targetHandle: 'above' } : { sourceHandle: 'out', targetHandle: 'in' }),
      ...(isNext ? {} : { type: 'smoothstep' }),
      ...(down ? { markerEnd: arrow } : { markerStart: arrow }),
    };
  });
}

function Shape({ data: { item } }: NodeProps<ItemNode>) {
  return (
    <div className="f-node" data-start={item.depth === 0}>
      <Handle id="above" type="target" position={Position.Top} isConnectable={false} />
      <Handle id="in" type="target" position={Position.Right} isConnectable={false} />
      <Handle id="out" type="source" position={Position.Right} isConnectable={false} />
      <bdi className="f-cut">{item.name}</bdi>
      <span className="f-dim">
        {item.className} <Online online={item.online} />
      </span>
      <Handle id="below" type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}
const TYPES = { item: Shape };
/** All of it is in sight at first, beside the buttons that zoom. */
const WHOLE: FitViewOptions = { minZoom: 0.1, maxZoom: 1, padding: { y: '16px', right: '16px', left: '56px' } };

/** Items and their relations as a picture: by how many steps away they are. Enter on an item opens it. */
export default function Picture({ items, relations }: { items: readonly Item[]; relations: Impact['relations'] }) {
  const navigate = useNavigate();
  const colours = useComputedColorScheme();
  const places = placesOf(items);
  return (
    <section className="f-picture" aria-label="Picture of what hangs together">
      <ReactFlow
        colorMode={colours}
        nodes={nodesOf(places)}
        edges={edgesOf(places, relations)}
        nodeTypes={TYPES}
        fitView
        fitViewOptions={WHOLE}
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
