export function withLock<R>(path: string, work: () => Promise<R>, onWait?: (holder: number) => void): Promise<R>;
