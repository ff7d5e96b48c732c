import type { Words } from './words.js';

/**
 * The six dimensions of the ILO/EC operational indicators (2009), in the order of the brochure: deceptive
 * recruitment, coercive recruitment, recruitment by abuse of vulnerability, exploitation, coercion at
 * destination, abuse of vulnerability at destination.
 */
export const DIMENSIONS = ['DR', 'CR', 'RV', 'EX', 'CD', 'VD'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const dimensionNames: Record<Dimension, Words> = {
  DR: { az: 'Aldatma yolu ilə cəlbetmə', en: 'Deceptive recruitment' },
  CR: { az: 'Məcburetmə yolu ilə cəlbetmə', en: 'Coercive recruitment' },
  RV: {
    az: 'Həssas vəziyyətdən sui-istifadə yolu ilə cəlbetmə',
    en: 'Recruitment by abuse of vulnerability',
  },
  EX: { az: 'İstismar', en: 'Exploitation' },
  CD: { az: 'Təyinat yerində məcburetmə', en: 'Coercion at destination' },
  VD: {
    az: 'Təyinat yerində həssas vəziyyətdən sui-istifadə',
    en: 'Abuse of vulnerability at destination',
  },
};
