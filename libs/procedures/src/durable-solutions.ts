import { words } from '#libs/vocabulary';

/** Where a child's case can come to rest. */
export const durableSolutions = {
  familyReunified: words('ailəsinə qaytarılıb', 'reunited with the family'),
  familyCare: words('ailə himayəsi', 'family care'),
  residentialCare: words('müəssisə himayəsi', 'residential care'),
  returnedAbroad: words('mənşə ölkəsinə qayıdıb', 'returned to the country of origin'),
  independent: words('müstəqil yaşayış', 'independent living'),
} as const;
