export type { DeviceReading, ReadingValue, SoftwareReading } from './reading.ts';
