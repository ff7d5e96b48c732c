export type AgeStatus = 'assumedAdult' | 'verifiedAdult' | 'child' | 'presumedChild';

/** Age in doubt counts as a child. */
export function ageGroup(ageStatus: AgeStatus): 'adult' | 'child' {
  return ageStatus === 'child' || ageStatus === 'presumedChild' ? 'child' : 'adult';
}
