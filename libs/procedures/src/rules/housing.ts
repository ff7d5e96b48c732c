import { many, type Rule } from '#libs/vocabulary';
import { fileOf } from '../circumstances.js';
import { no } from '../reasons.js';

/** Nobody's file is closed while a house keeps a bed for her or is asked for one. */
export const notHoused: Rule = ({ view }) =>
  many(view, 'placement').some(({ tags }) => tags.includes('occupying') || tags.includes('pending'))
    ? no('still-housed')
    : undefined;

/** A voided file is the one state in which nothing goes on, also what is never blocked. */
export const notVoided: Rule = ({ view }) =>
  fileOf(view)?.state === 'voided' ? no('file-voided') : undefined;
