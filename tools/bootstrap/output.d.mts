export class StepError extends Error {}
export function say(line: string): void;
export function step<R>(title: string, work: () => Promise<R>): Promise<R>;
