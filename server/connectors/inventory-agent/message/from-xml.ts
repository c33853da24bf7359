import { childrenOf, type XmlElement } from '#platform/xml/index.ts';
import { add, type Content, type Fields, isKept, put } from './content.ts';

/** The content of a request in XML, as FusionInventory and OCS write it: an element is a record, its elements are fields. */
export function contentFromXml(request: XmlElement): Content {
  const content = new Map<string, Fields[]>();
  for (const element of childrenOf(request, 'CONTENT').flatMap((one) => one.children)) {
    if (!isKept(element.name)) continue;
    const fields = new Map<string, string>();
    if (element.children.length === 0) put(fields, 'VALUE', element.text);
    for (const field of element.children) putField(fields, field);
    add(content, element.name, fields);
  }
  return content;
}

/** A field that has fields itself (`TIMEZONE`) is told as `TIMEZONE.OFFSET`; nothing that matters lies deeper. */
function putField(fields: Map<string, string>, field: XmlElement): void {
  if (field.children.length === 0) put(fields, field.name, field.text);
  for (const { name, text } of field.children) put(fields, `${field.name}.${name}`, text);
}
