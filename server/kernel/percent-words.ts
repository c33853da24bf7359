/** `99.98 %`: cut, not rounded, so that nothing that was interrupted reads as 100 %. */
export function percentWords(percent: number): string {
  return `${Math.floor(percent * 100 + 1e-6) / 100} %`;
}
