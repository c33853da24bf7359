/** The person in an actor's name, which for an API key says which key as well: that is the desk's own business. */
export const personIn = (name: string): string => name.replace(/ \(key .*\)$/u, '');
