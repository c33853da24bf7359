import { add, type Content, type Fields, isKept, put } from './content.ts';

/** Where JSON calls a field otherwise than XML does. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NETWORKS: { MAC: 'MACADDR' },
  SOFTWARES: { INSTALL_DATE: 'INSTALLDATE' },
  STORAGES: { SERIAL: 'SERIALNUMBER' },
};

/** The content of a message in JSON, as GLPI's agent writes it. Names are looked up, never used as keys of an object. */
export function contentFromJson(content: unknown): Content {
  const sections = new Map<string, Fields[]>();
  if (!isObject(content)) return sections;
  for (const [key, value] of Object.entries(content)) {
    const section = key.toUpperCase();
    if (!isKept(section)) continue;
    // A list says of what is none that there is none.
    if (Array.isArray(value) && value.length === 0) sections.set(section, []);
    for (const record of Array.isArray(value) ? value : [value])
      add(sections, section, fieldsOf(record, RENAMED[section] ?? {}));
  }
  return sections;
}

function fieldsOf(record: unknown, renamed: Readonly<Record<string, string>>): Fields {
  const fields = new Map<string, string>();
  if (!isObject(record)) {
    put(fields, 'VALUE', textOf(record) ?? '');
    return fields;
  }
  for (const [key, value] of Object.entries(record)) {
    const plain = key.toUpperCase();
    const name = Object.hasOwn(renamed, plain) ? (renamed[plain] as string) : plain;
    if (isObject(value))
      for (const [inner, said] of Object.entries(value))
        put(fields, `${name}.${inner.toUpperCase()}`, textOf(said) ?? '');
    else for (const said of Array.isArray(value) ? value : [value]) put(fields, name, textOf(said) ?? '');
  }
  return fields;
}

/** What XML would write; what is no single value is none. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
