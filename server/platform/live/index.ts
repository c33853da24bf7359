export { LiveHub, type LiveMessage, type Notice, type Presence, type Told } from './hub.ts';
