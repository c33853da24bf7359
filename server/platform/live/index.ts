export { LiveHub, type LiveMessage, type Notice, type Presence } from './hub.ts';
