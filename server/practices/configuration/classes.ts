import type { Ctx } from '#platform/context/index.ts';
import type { ClassAttribute } from '#shared/estate.ts';

type ClassRow = { key: string; parentKey: string | null; name: string; active: boolean; attributes: ClassAttribute[] };

/** The tree of classes as it is now: small, and read whole. */
export class Classes {
  readonly #byKey: ReadonlyMap<string, ClassRow>;
  constructor(rows: readonly ClassRow[]) {
    this.#byKey = new Map(rows.map((row) => [row.key, row]));
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  nameOf(key: string): string {
    return this.#byKey.get(key)?.name ?? key;
  }

  /** The class and those above it, the nearest first. */
  lineOf(key: string): string[] {
    const line: string[] = [];
    for (let at: string | null | undefined = key; at && !line.includes(at); at = this.#byKey.get(at)?.parentKey)
      line.push(at);
    return line;
  }

  /** The class and all below it. */
  below(key: string): string[] {
    return [...this.#byKey.keys()].filter((one) => this.lineOf(one).includes(key));
  }

  /** What a class adds to those above it. */
  ownOf(key: string): readonly ClassAttribute[] {
    return this.#byKey.get(key)?.attributes ?? [];
  }

  /** An attribute by its key, of whichever class has it. */
  attribute(key: string): ClassAttribute | undefined {
    return [...this.#byKey.values()].flatMap(({ attributes }) => attributes).find((one) => one.key === key);
  }

  /** The attributes of a class with those it inherits, the most general first. */
  attributesOf(key: string): (ClassAttribute & { from: string })[] {
    return this.lineOf(key)
      .reverse()
      .flatMap((one) => this.ownOf(one).map((attribute) => ({ ...attribute, from: one })));
  }
}

const CLASSES = 'select key, parent_key as "parentKey", name, active, attributes from ci_classes';

export async function loadClasses(ctx: Ctx): Promise<Classes> {
  return new Classes(await ctx.hot<ClassRow>('ci_classes', CLASSES, []));
}
