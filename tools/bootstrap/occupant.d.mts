export const RUN: string;
export function localAddress(host: string, port: number): string;
export function noteServing(dataDir: string, port: number, address: string): () => void;
export function occupant(place: { host: string; port: number; dataDir: string }): Promise<string | null>;
