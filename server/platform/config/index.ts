export { type Config, loadConfig, type Place, ROLES, type Role } from './config.ts';
