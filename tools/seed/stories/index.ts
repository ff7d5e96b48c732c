import type { Tale } from '../tale.js';
import { around } from './around.js';
import { children } from './children.js';
import { endings } from './endings.js';
import { guardianship } from './guardianship.js';
import { handoffs } from './handoffs.js';
import { identification } from './identification.js';
import { missingPersons } from './missing.js';
import { raid } from './raid.js';
import { reflection } from './reflection.js';
import { refusals } from './refusals.js';
import { shelters } from './shelters.js';

/** The synthetic cases in the order of the guide. */
export const chapters: readonly { readonly title: string; readonly tales: readonly Tale[] }[] = [
  { title: 'Identification', tales: identification },
  { title: 'Recovery and reflection', tales: reflection },
  { title: 'Refusing', tales: refusals },
  { title: 'Children', tales: children },
  { title: 'Guardianship', tales: guardianship },
  { title: 'A raid', tales: raid },
  { title: 'Missing persons and age', tales: missingPersons },
  { title: 'Handoffs', tales: handoffs },
  { title: 'Shelters', tales: shelters },
  { title: 'The end of a case', tales: endings },
  { title: 'Around a case', tales: around },
];
