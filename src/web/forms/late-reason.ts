import { inBoth } from '../words/words.js';
import type { JsonSchema } from './json-schema.js';

/** Why something is entered more than 72 hours after it happened. */
export const lateReasonField: JsonSchema = {
  type: 'string',
  data: 'text',
  maxLength: 4000,
  label: inBoth('command.lateReason'),
  hint: inBoth('command.lateReasonHint'),
};
