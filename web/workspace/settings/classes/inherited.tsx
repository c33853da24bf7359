import type { ClassView } from '#shared/estate.ts';
import { TYPE_WORDS } from './attribute-words.ts';

type Props = { attributes: ClassView['inherited']; nameOf(key: string): string };

/** What a class has from those above it, each with the class that says it; changed there. */
export function Inherited({ attributes, nameOf }: Props) {
  if (attributes.length === 0) return null;
  return (
    <details className="f-class-inherited">
      <summary>
        {attributes.length === 1 ? '1 inherited attribute' : `${attributes.length} inherited attributes`}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Attribute</th>
            <th scope="col">Type</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {attributes.map(({ key, name, type, unit, from }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                {TYPE_WORDS[type]}
                {unit && ` (${unit})`}
              </td>
              <td>
                <bdi>{nameOf(from)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
