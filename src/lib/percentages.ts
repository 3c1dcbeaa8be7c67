/**
 * Whole per cents of counts that add up to 100. Rule (largest remainder, Hamilton): each share is rounded down, and
 * the per cents left over go one by one to the shares that lost most; of equal losses, to the one listed first.
 * Counts are whole numbers of at least 0; all 0 gives all 0.
 */
export function percentages(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const percent = counts.map((count) => Math.floor((count * 100) / total));
  const left = 100 - percent.reduce((sum, share) => sum + share, 0);
  const byLoss = counts
    .map((count, index) => ({ index, loss: (count * 100) % total }))
    .toSorted((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of byLoss.slice(0, left)) percent[index] = (percent[index] as number) + 1;
  return percent;
}
