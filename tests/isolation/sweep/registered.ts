import type { Desk } from '#tests/desk.ts';

/** Everything that the program answers, `GET /api/v1/tickets/:`, as its router prints it: a tree of pieces of addresses. */
export function registeredRoutes(app: Desk['app']): string[] {
  const found: string[] = [];
  const above: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, piece, methods] = /^([│ ]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (indent === undefined || piece === undefined) continue;
    const depth = indent.length / 4;
    above.length = depth;
    above[depth] = piece;
    for (const method of methods?.split(', ') ?? []) found.push(`${method} ${nameless(above.join(''))}`);
  }
  return found.filter((route) => !/^(HEAD|OPTIONS) /.test(route));
}

/** An address whose parameters have no names: the router prints `/:clientId|:id` where two routes call one thing differently. */
export const nameless = (url: string) => url.replace(/:[\w|:]+|\{\w+\}/g, ':');
