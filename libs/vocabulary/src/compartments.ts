import { words, type Words } from './words.js';

/** Parts of the vault. Each case has a key of its own for each compartment. */
export const compartmentLabels = {
  identity: words('şəxsiyyət', 'identity'),
  contact: words('əlaqə', 'contact'),
  location: words('yerləşmə', 'location'),
  health: words('sağlamlıq', 'health'),
  statement: words('ifadə və qeydlər', 'statements and notes'),
  child: words('uşaq', 'child'),
  criminal: words('cinayət işi', 'criminal proceedings'),
} as const satisfies Record<string, Words>;

export type Compartment = keyof typeof compartmentLabels;
export const compartments = Object.keys(compartmentLabels) as Compartment[];
