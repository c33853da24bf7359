export { type Simulator, type SimulatorOptions, startSimulator } from './server.ts';
export { SIMULATED_ACCOUNTING, SIMULATED_RMM } from './vendors.ts';
