/**
 * An answer that PostgreSQL wrote as JSON: it goes out as it is, without being read and written again. It must have the shape of
 * the route's response schema, which cannot drop a field here; a test of the route compares them.
 */
export class JsonText<T> {
  readonly text: string;
  declare readonly shape?: T;

  constructor(text: string) {
    this.text = text;
  }
}
