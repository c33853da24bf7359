import { childOf, childrenOf, textOf, type XmlElement } from '#platform/xml/index.ts';
import { dayOf } from '#server/connectors/core/index.ts';
import type { SoftwareReading } from '#server/practices/configuration/index.ts';

/** Reads an answer of `list_all_software`. */
export function softwareIn(answer: XmlElement): SoftwareReading[] {
  const items = childOf(answer, 'items') ?? answer;
  return childrenOf(items, 'software').flatMap((software) => {
    const name = textOf(software, 'name');
    if (name === null) return [];
    const version = textOf(software, 'version') ?? '';
    return [{ name, version, publisher: '', installedOn: dayOf(textOf(software, 'install_date')) }];
  });
}
