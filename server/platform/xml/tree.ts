/** An element with what stands in it. `text` is all text right inside of it, without blanks at its ends. */
export type XmlElement = {
  readonly name: string;
  /** Has no prototype, so that every name is one of the document. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

/** The elements of a name right below one, in their order. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** The first element of a name right below one; null where there is none. */
export function childOf(parent: XmlElement, name: string): XmlElement | null {
  return parent.children.find((child) => child.name === name) ?? null;
}

/** The text of the first element of a name right below one; null where there is none, or it is empty. */
export function textOf(parent: XmlElement, name: string): string | null {
  return childOf(parent, name)?.text || null;
}
