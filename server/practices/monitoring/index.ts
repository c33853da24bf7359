export type { AlertReading } from './reading.ts';
