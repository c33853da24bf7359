export { readXml, type XmlLimits } from './read.ts';
export { XmlRefused } from './refused.ts';
export { childOf, childrenOf, textOf, type XmlElement } from './tree.ts';
